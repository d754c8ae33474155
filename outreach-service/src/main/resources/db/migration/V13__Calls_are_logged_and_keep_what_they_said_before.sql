-- When a family is to be called again, until when a student is expected, and that the household has been spoken with.
ALTER TABLE call_task
    ADD COLUMN call_again_at        timestamptz,
    ADD COLUMN call_again_agreed    boolean NOT NULL DEFAULT false,
    ADD COLUMN expected_by          timestamptz,
    ADD COLUMN household_reached_at timestamptz;
COMMENT ON COLUMN call_task.call_again_at IS 'not handed out before; null: at once';
COMMENT ON COLUMN call_task.call_again_agreed IS 'the family asked for that call, so it is made though the household was reached';
COMMENT ON COLUMN call_task.household_reached_at IS 'when somebody of the household was spoken with while this task waited, about this student or a brother or sister';

-- Each dialled number, and each conversation, of each student it was about. What was said may be corrected: the row has the latest, and
-- every version is kept beside it.
CREATE TABLE call_attempt (
    attempt_id      text COLLATE "C" PRIMARY KEY,
    call_id         text COLLATE "C" NOT NULL,
    task_id         text COLLATE "C",
    student_id      text COLLATE "C" NOT NULL,
    school_id       text COLLATE "C" NOT NULL,
    school_day      date        NOT NULL,
    channel         text        NOT NULL,
    outcome         text        NOT NULL,
    result          text,
    coming_by       timestamptz,
    reason          text,
    flags           text[]      NOT NULL DEFAULT '{}',
    next_step       text,
    refer_to        text,
    call_again_at   timestamptz,
    absent_through  date,
    owner           text,
    due_at          timestamptz,
    contact_id      text COLLATE "C",
    number_entry    text COLLATE "C",
    number_under    text,
    number_sealed   jsonb,
    note_sealed     jsonb,
    note_restricted boolean     NOT NULL DEFAULT false,
    called_by       text        NOT NULL,
    logged_by       text        NOT NULL,
    started_at      timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    undone_at       timestamptz,
    task_version    bigint,
    error_cause     text,
    error_evidence  timestamptz,
    error_by        text,
    version         bigint      NOT NULL
);
COMMENT ON COLUMN call_attempt.call_id IS 'one call that covered several students has a row for each of them, all of one call_id';
COMMENT ON COLUMN call_attempt.task_id IS 'null: a conversation about a student whom nobody was to call';
COMMENT ON COLUMN call_attempt.channel IS 'OUTGOING_CALL is an attempt; all others are conversations';
COMMENT ON COLUMN call_attempt.outcome IS 'of a conversation REACHED_GUARDIAN, REACHED_STUDENT or REACHED_OTHER: with whom it was';
COMMENT ON COLUMN call_attempt.owner IS 'who sees to what was left open, until due_at';
COMMENT ON COLUMN call_attempt.logged_by IS 'whose credential it was: another than called_by where a sheet of paper was keyed in';
COMMENT ON COLUMN call_attempt.number_entry IS 'the blind index of the number, as in student_number; number_under says which index key made it';
COMMENT ON COLUMN call_attempt.started_at IS 'when it was dialled, or begun; recorded_at is when it was first logged, changed_at when last';
COMMENT ON COLUMN call_attempt.undone_at IS 'taken back at once by who logged it: it never was';
COMMENT ON COLUMN call_attempt.task_version IS 'the version of the task that it left; null where it left the task alone';
COMMENT ON COLUMN call_attempt.error_cause IS 'the student was in the building when it was made; error_by is null where that was found by itself';
CREATE INDEX call_attempt_of_student ON call_attempt (student_id, started_at DESC);
CREATE INDEX call_attempt_of_task ON call_attempt (task_id, started_at);
CREATE INDEX call_attempt_of_call ON call_attempt (call_id);
CREATE INDEX call_attempt_of_number ON call_attempt (number_entry, started_at DESC) WHERE number_entry IS NOT NULL;
CREATE INDEX call_attempt_by_school ON call_attempt (school_id, school_day);
CALL guard_rows('call_attempt', of_the_schools('school_id'));

CREATE TABLE call_attempt_version (
    attempt_id      text COLLATE "C" NOT NULL,
    version         bigint      NOT NULL,
    student_id      text COLLATE "C" NOT NULL,
    school_id       text COLLATE "C" NOT NULL,
    school_day      date        NOT NULL,
    what            text        NOT NULL,
    said            jsonb       NOT NULL,
    note_sealed     jsonb,
    note_restricted boolean     NOT NULL DEFAULT false,
    by_whom         text,
    at              timestamptz NOT NULL,
    PRIMARY KEY (attempt_id, version)
);
COMMENT ON TABLE call_attempt_version IS 'Append-only: what each version of an attempt said, in codes, and its note.';
COMMENT ON COLUMN call_attempt_version.by_whom IS 'null: by itself, such as a call that was found to be made in error';
CREATE INDEX call_attempt_version_by_age ON call_attempt_version USING brin (school_day);
CALL guard_rows('call_attempt_version', of_the_schools('school_id'));

-- A note may be sealed again, under another key; nothing else of a version ever changes.
CREATE FUNCTION refuse_to_rewrite_a_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'note_sealed' <> to_jsonb(OLD) - 'note_sealed' OR (NEW.note_sealed IS NULL) <> (OLD.note_sealed IS NULL) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER call_attempt_version_stays BEFORE UPDATE ON call_attempt_version
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_a_version();
