-- What is asked of a whole district finds its rows by the day or the month, and not school by school through the whole year.
CREATE INDEX tally_by_day ON tally (year, kind, day);
CREATE INDEX movement_by_month ON movement (year, kind, month);
CREATE INDEX mark_not_understood ON mark (school_day, school_id) WHERE kind = 'UNKNOWN' AND NOT withdrawn;

-- Almost everything is learned on its day. What is not is little: of earlier days (corrections), and of days to come (who is going to
-- be enrolled). A report as it was known then is what is known now, less what was learned later of its days.
CREATE INDEX tally_learned_late ON tally_learned (year, kind, learned_on) WHERE day < learned_on;
CREATE INDEX tally_learned_ahead ON tally_learned (year, kind, day) WHERE day > learned_on;

COMMENT ON COLUMN student_year.marks IS 'a strip: what the marks of the day say, L, H, A, or ? where one is not understood; of presence nothing';

DROP INDEX reason_day_by_day;
CREATE INDEX reason_day_by_day ON reason_day (kind, school_day) INCLUDE (school_id, value, source, excused, reason, students);
