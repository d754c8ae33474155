-- Absences by reason are the days that attendance has decided to be one, all day or for half of it, and not whatever marks say.
ALTER TABLE reason_day ADD COLUMN half_days int NOT NULL DEFAULT 0;
ALTER TABLE reason_day_learned ADD COLUMN half_days int NOT NULL DEFAULT 0;
COMMENT ON COLUMN reason_day.half_days IS 'of source MARK: how many half days absent these students have; of others 0';

DROP INDEX reason_day_by_day;
CREATE INDEX reason_day_by_day ON reason_day (kind, school_day)
    INCLUDE (school_id, value, source, excused, reason, students, half_days);

-- Sums of a day by reason may have a student who was erased since: the day is left out of comparisons, as it is for calls.
CREATE FUNCTION erased_from_reasons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outreach_erased
    SELECT DISTINCT g.school_id, g.school_day FROM gone g
    JOIN reason_day d USING (school_id, school_day)
    WHERE g.kind IN ('ABSENT', 'EXCUSED', 'PARTIAL') AND NOT g.withdrawn AND d.kind = 'SCHOOL' AND d.source = 'MARK'
        AND g.school_day >= (SELECT make_date(max(t.year) - 1, 1, 1) FROM tally t)
    ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER erased_from_reasons AFTER DELETE ON mark REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION erased_from_reasons();

-- All of them are added up again.
INSERT INTO outreach_due
SELECT school_id, school_day FROM reason_day
UNION SELECT school_id, school_day FROM mark WHERE kind IN ('ABSENT', 'EXCUSED', 'PARTIAL') AND NOT withdrawn
ON CONFLICT DO NOTHING;
