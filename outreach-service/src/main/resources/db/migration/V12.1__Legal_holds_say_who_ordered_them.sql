-- Who ordered that nothing of a student or of a school is purged, and why. A hold is placed once and lifted once; the topic
-- privacy.orders.v1 carries its latest state to every service, this one too, and never the reason. A reason may be sealed again, under
-- another key, and whoever has none cannot make one up that opens.
CREATE TABLE legal_hold (
    hold_id    text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C",
    school_id  text COLLATE "C",
    placed_by  text        NOT NULL,
    placed_at  timestamptz NOT NULL,
    why_sealed jsonb       NOT NULL,
    lifted_by  text,
    lifted_at  timestamptz,
    lifted_why_sealed jsonb,
    CHECK (num_nonnulls(student_id, school_id) = 1),
    CHECK (num_nonnulls(lifted_by, lifted_at, lifted_why_sealed) IN (0, 3))
);
CALL guard_rows('legal_hold', NULL);

CREATE FUNCTION refuse_to_rewrite_a_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.hold_id, OLD.student_id, OLD.school_id, OLD.placed_by, OLD.placed_at)
            IS DISTINCT FROM (NEW.hold_id, NEW.student_id, NEW.school_id, NEW.placed_by, NEW.placed_at)
            OR NEW.why_sealed IS NULL
            OR OLD.lifted_at IS NOT NULL
                AND (OLD.lifted_by, OLD.lifted_at) IS DISTINCT FROM (NEW.lifted_by, NEW.lifted_at) THEN
        RAISE EXCEPTION 'a legal hold is placed once and lifted once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER legal_hold_stands BEFORE UPDATE ON legal_hold
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_a_hold();
CREATE TRIGGER legal_hold_stays BEFORE DELETE OR TRUNCATE ON legal_hold
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
