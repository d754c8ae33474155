-- To whom outside of the schools a student's records were given. An entry is never changed, and goes only with the student's records.
-- To whom, what and why is in somebody's own words, and lies sealed; it may be sealed again, under another key.
CREATE TABLE disclosure (
    disclosure_id text COLLATE "C" PRIMARY KEY,
    student_id    text COLLATE "C" NOT NULL,
    said_sealed   jsonb       NOT NULL,
    disclosed_at  timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    recorded_at   timestamptz NOT NULL
);
CREATE INDEX disclosure_of_student ON disclosure (student_id, disclosed_at);
CALL guard_rows('disclosure', NULL);

CREATE FUNCTION refuse_to_lose_a_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM erasure e WHERE e.student_id = OLD.student_id AND e.state IN ('REFUSING', 'ERASED')) THEN
        RAISE EXCEPTION 'a disclosure stays as long as the records';
    END IF;
    RETURN OLD;
END $$;
CREATE FUNCTION refuse_to_rewrite_a_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.said_sealed IS NULL OR to_jsonb(NEW) - 'said_sealed' <> to_jsonb(OLD) - 'said_sealed' THEN
        RAISE EXCEPTION 'disclosure is append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER disclosure_says_what_it_said BEFORE UPDATE ON disclosure
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_a_disclosure();
CREATE TRIGGER disclosure_stays BEFORE TRUNCATE ON disclosure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER disclosure_goes_with_the_student BEFORE DELETE ON disclosure
    FOR EACH ROW EXECUTE FUNCTION refuse_to_lose_a_disclosure();
