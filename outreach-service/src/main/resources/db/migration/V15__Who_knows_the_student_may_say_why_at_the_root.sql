-- Set after the call by somebody who knows the student. A working hypothesis of the school, never a label that a family is shown.
CREATE TABLE root_cause (
    attempt_id text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    cause      text,
    set_by     text        NOT NULL,
    set_at     timestamptz NOT NULL,
    PRIMARY KEY (attempt_id, version)
);
COMMENT ON TABLE root_cause IS 'Append-only: the latest of an attempt holds; one without a cause takes it back.';
CREATE INDEX root_cause_of_student ON root_cause (student_id, school_day);
CALL guard_rows('root_cause', of_the_schools('school_id'));
CREATE TRIGGER root_cause_stays BEFORE UPDATE ON root_cause
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
