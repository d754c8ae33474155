-- What calls leave behind: each has an owner, a time, and a visible end. One that a call or a conversation opened names it.
CREATE TABLE promise (
    promise_id    text COLLATE "C" PRIMARY KEY,
    student_id    text COLLATE "C" NOT NULL,
    school_id     text COLLATE "C" NOT NULL,
    school_day    date        NOT NULL,
    attempt_id    text COLLATE "C",
    task_id       text COLLATE "C",
    side          text        NOT NULL,
    kind          text        NOT NULL,
    what_sealed   jsonb,
    owner         text        NOT NULL,
    due_at        timestamptz NOT NULL,
    state         text        NOT NULL,
    made_at       timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    ended_at      timestamptz,
    ended_by      text,
    look_again_at timestamptz,
    version       bigint      NOT NULL
);
COMMENT ON COLUMN promise.side IS 'FAMILY or SCHOOL: who promised';
COMMENT ON COLUMN promise.kind IS 'COMING_IN: a scan keeps it by itself; OTHER: what_sealed says what';
COMMENT ON COLUMN promise.ended_by IS 'null: it ended by itself';
CREATE INDEX promise_of_student ON promise (student_id, made_at DESC);
CREATE INDEX promise_of_attempt ON promise (attempt_id);
CREATE INDEX promise_by_school ON promise (school_id, due_at) WHERE state = 'OPEN';
CREATE INDEX promise_look_again ON promise (look_again_at) WHERE look_again_at IS NOT NULL;
CALL guard_rows('promise', of_the_schools('school_id'));

CREATE TABLE follow_up (
    follow_up_id text COLLATE "C" PRIMARY KEY,
    student_id   text COLLATE "C" NOT NULL,
    school_id    text COLLATE "C" NOT NULL,
    school_day   date        NOT NULL,
    attempt_id   text COLLATE "C",
    promise_id   text COLLATE "C",
    kind         text        NOT NULL,
    refer_to     text,
    what_sealed  jsonb,
    owner        text        NOT NULL,
    due_at       timestamptz NOT NULL,
    state        text        NOT NULL,
    opened_by    text,
    opened_at    timestamptz NOT NULL,
    ended_by     text,
    ended_at     timestamptz,
    ended_sealed jsonb,
    version      bigint      NOT NULL
);
COMMENT ON COLUMN follow_up.opened_by IS 'null: by itself, such as a promise that passed';
COMMENT ON COLUMN follow_up.ended_sealed IS 'what came of it';
CREATE INDEX follow_up_of_student ON follow_up (student_id, opened_at DESC);
CREATE INDEX follow_up_of_attempt ON follow_up (attempt_id);
CREATE INDEX follow_up_of_promise ON follow_up (promise_id);
CREATE INDEX follow_up_by_school ON follow_up (school_id, due_at) WHERE state = 'OPEN';
CREATE INDEX follow_up_by_owner ON follow_up (owner, due_at) WHERE state = 'OPEN';
CALL guard_rows('follow_up', of_the_schools('school_id'));

CREATE TABLE building_check (
    check_id      text COLLATE "C" PRIMARY KEY,
    student_id    text COLLATE "C" NOT NULL,
    school_id     text COLLATE "C" NOT NULL,
    school_day    date        NOT NULL,
    attempt_id    text COLLATE "C",
    state         text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    ended_by      text,
    ended_at      timestamptz,
    look_again_at timestamptz,
    version       bigint      NOT NULL
);
COMMENT ON TABLE building_check IS 'The family says that the student left for school: staff look for the student in the building.';
CREATE INDEX building_check_by_school ON building_check (school_id, school_day);
CREATE INDEX building_check_of_student ON building_check (student_id, school_day);
CREATE INDEX building_check_of_attempt ON building_check (attempt_id);
CREATE INDEX building_check_look_again ON building_check (look_again_at) WHERE look_again_at IS NOT NULL;
CALL guard_rows('building_check', of_the_schools('school_id'));

CREATE TABLE escalation (
    escalation_id   text COLLATE "C" PRIMARY KEY,
    student_id      text COLLATE "C" NOT NULL,
    school_id       text COLLATE "C" NOT NULL,
    school_day      date        NOT NULL,
    attempt_id      text COLLATE "C",
    check_id        text COLLATE "C",
    reasons         text[]      NOT NULL,
    state           text        NOT NULL,
    is_with         text        NOT NULL,
    opened_by       text,
    opened_at       timestamptz NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    arrived_at      timestamptz,
    found_by        text,
    found_at        timestamptz,
    ended_by        text,
    ended_at        timestamptz,
    note_sealed     jsonb,
    look_again_at   timestamptz,
    version         bigint      NOT NULL
);
COMMENT ON COLUMN escalation.is_with IS 'LEAD, and after ten minutes without an acknowledgement PRINCIPAL';
COMMENT ON COLUMN escalation.arrived_at IS 'a badge came through the door since; a person still has to say that the student is safe';
COMMENT ON COLUMN escalation.found_by IS 'who saw that the student is safe, and found_at when; ended_by entered it';
CREATE INDEX escalation_by_school ON escalation (school_id, school_day);
CREATE INDEX escalation_of_student ON escalation (student_id, school_day);
CREATE INDEX escalation_of_attempt ON escalation (attempt_id);
CREATE INDEX escalation_look_again ON escalation (look_again_at) WHERE look_again_at IS NOT NULL;
CALL guard_rows('escalation', of_the_schools('school_id'));

CREATE TABLE care_step (
    of_what    text        NOT NULL,
    of_id      text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    what       text        NOT NULL,
    detail     text,
    by_whom    text,
    at         timestamptz NOT NULL,
    PRIMARY KEY (of_what, of_id, version)
);
COMMENT ON TABLE care_step IS 'Append-only: what became of each promise, follow-up, building check and escalation.';
COMMENT ON COLUMN care_step.detail IS 'in codes: who owns it now, with whom it is';
CREATE INDEX care_step_of_student ON care_step (student_id, school_day);
CREATE INDEX care_step_by_age ON care_step USING brin (school_day);
CALL guard_rows('care_step', of_the_schools('school_id'));
CREATE TRIGGER care_step_stays BEFORE UPDATE ON care_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
