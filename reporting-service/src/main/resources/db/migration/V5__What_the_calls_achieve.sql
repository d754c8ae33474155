-- What outreach tells: calls, call tasks, and those whereabouts that somebody had to look at.

CREATE TABLE call (
    call_id    text COLLATE "C" PRIMARY KEY,
    version    bigint      NOT NULL,
    task_id    text        NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    outcome    text        NOT NULL,
    result     text,
    reason     text,
    called_by  text COLLATE "C" NOT NULL,
    called_at  timestamptz NOT NULL,
    outgoing   boolean     NOT NULL,
    coming_by  timestamptz,
    in_error   text,
    undone     boolean     NOT NULL
);
CREATE INDEX call_by_day ON call (school_id, school_day);
CREATE INDEX call_by_student ON call (student_id, called_at);
CREATE INDEX call_in_error ON call (school_day) WHERE in_error IS NOT NULL;
COMMENT ON COLUMN call.in_error IS 'why a family was called about a child who was in the building';

CREATE TABLE call_task (
    task_id    text PRIMARY KEY,
    version    bigint      NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    state      text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    ended_at   timestamptz,
    arrived_at timestamptz
);
CREATE INDEX call_task_by_day ON call_task (school_id, school_day);
COMMENT ON COLUMN call_task.opened_at IS 'when it was first told of';
COMMENT ON COLUMN call_task.ended_at IS 'when it came to the state in which it has ended';

CREATE TABLE whereabouts (
    school_id       text COLLATE "C" NOT NULL,
    school_day      date        NOT NULL,
    student_id      text COLLATE "C" NOT NULL,
    version         bigint      NOT NULL,
    state           text        NOT NULL,
    cut_off         timestamptz,
    here_at         timestamptz,
    was_in_building boolean     NOT NULL,
    held_for_door   boolean     NOT NULL,
    held_for_class  boolean     NOT NULL,
    PRIMARY KEY (school_id, school_day, student_id)
);
COMMENT ON TABLE whereabouts IS 'Of a student who was looked for, held or found in the building that day; of nobody else.';
COMMENT ON COLUMN whereabouts.here_at IS 'since when the student is known to be here';
COMMENT ON COLUMN whereabouts.was_in_building IS 'at any time concluded: in the building, and not in class';

-- When the periods of a school's days begin: what a return saves is told in periods.
CREATE TABLE school_hours (
    school_id  text COLLATE "C" NOT NULL,
    school_day date   NOT NULL,
    starts     time[] NOT NULL,
    PRIMARY KEY (school_id, school_day)
);

-- What follows from it, by school and day; with a caller, of that caller. A report adds these up.
CREATE TABLE outreach_day (
    school_id        text COLLATE "C" NOT NULL,
    school_day       date NOT NULL,
    caller           text COLLATE "C" NOT NULL,
    to_call          int NOT NULL DEFAULT 0,
    due_30           int NOT NULL DEFAULT 0,
    covered_30       int NOT NULL DEFAULT 0,
    due_60           int NOT NULL DEFAULT 0,
    covered_60       int NOT NULL DEFAULT 0,
    due_120          int NOT NULL DEFAULT 0,
    covered_120      int NOT NULL DEFAULT 0,
    attempts         int NOT NULL DEFAULT 0,
    bad_numbers      int NOT NULL DEFAULT 0,
    called           int NOT NULL DEFAULT 0,
    reached          int NOT NULL DEFAULT 0,
    successful       int NOT NULL DEFAULT 0,
    may_return       int NOT NULL DEFAULT 0,
    returned         int NOT NULL DEFAULT 0,
    return_minutes   bigint NOT NULL DEFAULT 0,
    periods_saved    int NOT NULL DEFAULT 0,
    promised         int NOT NULL DEFAULT 0,
    promises_kept    int NOT NULL DEFAULT 0,
    reached_before   int NOT NULL DEFAULT 0,
    same_caller      int NOT NULL DEFAULT 0,
    next_day_known   int NOT NULL DEFAULT 0,
    next_day_absent  int NOT NULL DEFAULT 0,
    in_building      int NOT NULL DEFAULT 0,
    held_for_door    int NOT NULL DEFAULT 0,
    held_for_class   int NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, school_day, caller)
);
COMMENT ON COLUMN outreach_day.caller IS 'empty: the whole school';
CREATE INDEX outreach_day_by_day ON outreach_day (school_day) WHERE caller = '';

CREATE TABLE reason_day (
    school_id  text COLLATE "C" NOT NULL,
    school_day date NOT NULL,
    source     text NOT NULL,
    excused    boolean NOT NULL,
    reason     text COLLATE "C" NOT NULL,
    students   int  NOT NULL,
    PRIMARY KEY (school_id, school_day, source, excused, reason)
);
COMMENT ON TABLE reason_day IS 'Absences by reason: source MARK, as attendance says it; CALL, as a family said it. An empty reason: none is known.';

CREATE TABLE outreach_due (
    school_id  text COLLATE "C" NOT NULL,
    school_day date NOT NULL,
    PRIMARY KEY (school_id, school_day)
);
COMMENT ON TABLE outreach_due IS 'Days of schools that are to be added up again.';
INSERT INTO outreach_due SELECT DISTINCT school_id, school_day FROM mark;

CALL guard_rows('call', of_the_schools('school_id'));
CALL guard_rows('call_task', of_the_schools('school_id'));
CALL guard_rows('whereabouts', of_the_schools('school_id'));
