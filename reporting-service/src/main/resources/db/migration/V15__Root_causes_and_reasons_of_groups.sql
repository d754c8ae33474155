-- What people who know a student take to be at the root, in its code, as the topic of calls tells it; and absences by reason, of
-- grades, homerooms and groups too.
ALTER TABLE call ADD COLUMN root_cause text;
COMMENT ON COLUMN call.root_cause IS 'a working hypothesis of the school; null: nobody has said';

ALTER TABLE reason_day
    ADD COLUMN kind  text NOT NULL DEFAULT 'SCHOOL',
    ADD COLUMN value text COLLATE "C" NOT NULL DEFAULT '',
    DROP CONSTRAINT reason_day_pkey,
    ADD PRIMARY KEY (school_id, school_day, kind, value, source, excused, reason);
ALTER TABLE reason_day ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN value DROP DEFAULT;
COMMENT ON TABLE reason_day IS 'Absences by reason: source MARK, as attendance says it; CALL, as a family said it; ROOT, what is at the root. An empty reason: none is known.';
COMMENT ON COLUMN reason_day.kind IS 'SCHOOL, GRADE, HOMEROOM or GROUP, as in tally; value is the one that the student had when the day was last added up';
CREATE INDEX reason_day_by_day ON reason_day (kind, school_day);

INSERT INTO outreach_due SELECT DISTINCT school_id, school_day FROM reason_day ON CONFLICT DO NOTHING;
