-- What people write in their own words may hold a name, so it lies sealed and bound to its row. The columns in the clear hold what was
-- written before, and by replicas of before while a new version comes; a job of the service seals it and empties them. Until then it counts.
ALTER TABLE sighting ADD COLUMN note_sealed jsonb;
ALTER TABLE hold_decision ADD COLUMN why_sealed jsonb, ALTER COLUMN why DROP NOT NULL;
ALTER TABLE staff_grant ADD COLUMN why_sealed jsonb, ALTER COLUMN why DROP NOT NULL;
ALTER TABLE staff_grant_change ADD COLUMN why_sealed jsonb, ALTER COLUMN why DROP NOT NULL;

-- History stays as it was, and what it says why may be sealed again, under another key. Whoever has no key cannot make one up that opens.
CREATE FUNCTION refuse_to_rewrite_but_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.why IS NOT NULL OR NEW.why_sealed IS NULL
        OR to_jsonb(NEW) - 'why' - 'why_sealed' <> to_jsonb(OLD) - 'why' - 'why_sealed' THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER staff_grant_change_stays ON staff_grant_change;
CREATE TRIGGER staff_grant_change_stays BEFORE DELETE OR TRUNCATE ON staff_grant_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER staff_grant_change_says_what_it_said BEFORE UPDATE ON staff_grant_change
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_but_sealed();

-- By whose number a call comes. An entry is a keyed hash of the number: the database can find equal ones and tell none of them.
CREATE TABLE student_number (
    entry      text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (entry, student_id)
);
CREATE INDEX student_number_of ON student_number (student_id);
CALL guard_rows('student_number', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = student_number.student_id)');

ALTER TABLE person ADD COLUMN numbers_under text;
COMMENT ON COLUMN person.numbers_under IS 'which index key the entries of the person''s numbers were made with; null: they are still to be made';
