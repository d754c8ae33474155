-- Days of schools as they were known: each time that one is added up again, what that changes is kept once more, by the day on which it
-- was learned. A day as it was known on another is the sum of what was learned until then. docs/decisions/0040 says why.
CREATE TABLE outreach_day_learned (
    LIKE outreach_day,
    learned_on date NOT NULL,
    there      int  NOT NULL,
    PRIMARY KEY (school_id, school_day, caller, learned_on)
);
COMMENT ON COLUMN outreach_day_learned.learned_on IS 'the district''s date on which the day was added up again; so in all of these';
COMMENT ON COLUMN outreach_day_learned.there IS '1: since then the day has a row at all; -1: no longer; so in all of these';
CREATE INDEX outreach_day_learned_by_day ON outreach_day_learned (school_day) WHERE caller = '';

CREATE TABLE reason_day_learned (
    LIKE reason_day,
    learned_on date NOT NULL,
    there      int  NOT NULL,
    PRIMARY KEY (school_id, school_day, kind, value, source, excused, reason, learned_on)
);
CREATE INDEX reason_day_learned_by_day ON reason_day_learned (kind, school_day);

CREATE TABLE draw_day_learned (
    LIKE draw_day,
    learned_on date NOT NULL,
    there      int  NOT NULL,
    PRIMARY KEY (school_id, school_day, learned_on)
);
CREATE INDEX draw_day_learned_by_day ON draw_day_learned (school_day);

CREATE TABLE call_error_learned (
    school_id  text COLLATE "C" NOT NULL,
    school_day date NOT NULL,
    caller     text COLLATE "C" NOT NULL,
    cause      text NOT NULL,
    calls      int  NOT NULL,
    learned_on date NOT NULL,
    PRIMARY KEY (school_id, school_day, caller, cause, learned_on)
);
COMMENT ON TABLE call_error_learned IS 'Calls about a child who was in the building, by caller and cause. What is known now is counted out of call.';
CREATE INDEX call_error_learned_by_day ON call_error_learned (school_day);

CREATE TABLE unmapped_day_learned (
    school_id  text COLLATE "C" NOT NULL,
    school_day date NOT NULL,
    marks      int  NOT NULL,
    learned_on date NOT NULL,
    PRIMARY KEY (school_id, school_day, learned_on)
);
COMMENT ON TABLE unmapped_day_learned IS 'Marks whose code means nothing. What is known now is counted out of mark.';

CREATE TABLE school_year_learned (
    school_id  text COLLATE "C" NOT NULL,
    year       int  NOT NULL,
    learned_on date NOT NULL,
    year_ends  date NOT NULL,
    calendar   text NOT NULL,
    submitted  text NOT NULL,
    PRIMARY KEY (school_id, year, learned_on)
);
COMMENT ON TABLE school_year_learned IS 'Calendar and submitted days of a school year as they were at the end of each day on which they changed.';
COMMENT ON COLUMN school_year_learned.year_ends IS 'the school year''s last date, by which the row ages';

-- When it was learned what stands here already, nobody has written down: at the latest when anything was learned last.
SELECT set_config('secondperiod.learned_last', (SELECT coalesce(max(learned_on), CURRENT_DATE)::text FROM tally_learned), true);
INSERT INTO outreach_day_learned SELECT d.*, current_setting('secondperiod.learned_last')::date, 1 FROM outreach_day d;
INSERT INTO reason_day_learned SELECT d.*, current_setting('secondperiod.learned_last')::date, 1 FROM reason_day d;
INSERT INTO draw_day_learned SELECT d.*, current_setting('secondperiod.learned_last')::date, 1 FROM draw_day d;
INSERT INTO call_error_learned
SELECT school_id, school_day, called_by, in_error, count(*), current_setting('secondperiod.learned_last')::date
FROM call WHERE in_error IS NOT NULL AND NOT undone GROUP BY school_id, school_day, called_by, in_error;
INSERT INTO unmapped_day_learned
SELECT school_id, school_day, count(*), current_setting('secondperiod.learned_last')::date
FROM mark WHERE kind = 'UNKNOWN' AND NOT withdrawn GROUP BY school_id, school_day;
INSERT INTO school_year_learned
SELECT s.school_id, s.year, current_setting('secondperiod.learned_last')::date,
    coalesce((SELECT max(y.year_ends) FROM student_year y WHERE y.year = s.year), make_date(s.year + 1, 7, 31)), s.calendar, s.submitted
FROM school_year s;
