-- What the roster says. Ids compare byte by byte, as in Java, so that all locks are taken in one order.

CREATE TABLE school (
    school_id text COLLATE "C" PRIMARY KEY,
    version   bigint NOT NULL,
    buildings text[] NOT NULL,
    settings  jsonb  NOT NULL
);
CREATE INDEX school_by_building ON school USING gin (buildings);

CREATE TABLE student (
    student_id text COLLATE "C" PRIMARY KEY,
    version    bigint NOT NULL
);
COMMENT ON TABLE student IS 'Which version of a student''s enrolments is in force; the rows of enrolment belong to it.';

CREATE TABLE enrolment (
    student_id   text COLLATE "C" NOT NULL,
    school_id    text COLLATE "C" NOT NULL,
    entry_day    date NOT NULL DEFAULT '-infinity',
    exit_day     date NOT NULL DEFAULT 'infinity',
    grade        text,
    homeroom     text,
    first_period text,
    class_ids    text[] NOT NULL,
    classes      jsonb  NOT NULL,
    PRIMARY KEY (student_id, school_id, entry_day)
);
CREATE INDEX enrolment_by_school ON enrolment (school_id, student_id);

CREATE TABLE person (
    student_id text COLLATE "C" PRIMARY KEY,
    version    bigint NOT NULL,
    encrypted  jsonb  NOT NULL
);
COMMENT ON TABLE person IS 'Names and contacts as they were received: encrypted, and opened only for who may read them.';

-- What the doors, the school and the family say.

CREATE TABLE reader (
    reader_id        text COLLATE "C" PRIMARY KEY,
    building_id      text COLLATE "C" NOT NULL,
    name             text    NOT NULL,
    in_service       boolean NOT NULL,
    allowed_silence  int     NOT NULL,
    settings_version bigint  NOT NULL,
    sends_heartbeats boolean NOT NULL,
    last_heard       timestamptz
);
COMMENT ON COLUMN reader.allowed_silence IS 'minutes';
COMMENT ON COLUMN reader.last_heard IS 'the newest of its scans and of its heartbeats with an empty queue';
CREATE INDEX reader_by_building ON reader (building_id);

CREATE TABLE building_day (
    building_id text COLLATE "C" NOT NULL,
    school_day  date NOT NULL,
    PRIMARY KEY (building_id, school_day)
);
COMMENT ON TABLE building_day IS 'A door of the building saw somebody on that day, by the district''s clock.';

CREATE TABLE attendance_taken (
    school_id  text COLLATE "C" NOT NULL,
    school_day date  NOT NULL,
    period     text  NOT NULL,
    class_id   text  NOT NULL DEFAULT '',
    fact       jsonb NOT NULL,
    PRIMARY KEY (school_id, school_day, period, class_id)
);

CREATE TABLE known_absence (
    absence_id text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C" NOT NULL,
    fact       jsonb NOT NULL
);
CREATE INDEX known_absence_by_student ON known_absence (student_id);

CREATE TABLE student_day (
    student_id text COLLATE "C" NOT NULL,
    school_day date  NOT NULL,
    facts      jsonb NOT NULL,
    PRIMARY KEY (student_id, school_day)
);
COMMENT ON TABLE student_day IS 'All facts of a student''s day, merged; the day is the local date in the district''s zone.';

CREATE TABLE mark_version (
    event_id    text COLLATE "C" PRIMARY KEY,
    student_id  text COLLATE "C" NOT NULL,
    school_id   text COLLATE "C" NOT NULL,
    school_day  date        NOT NULL,
    period      text        NOT NULL,
    code        text        NOT NULL,
    kind        text        NOT NULL,
    withdrawn   boolean     NOT NULL,
    version     bigint      NOT NULL,
    taken_at    timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE mark_version IS 'Every version of every mark, for the story of a day; decisions never read it.';
CREATE INDEX mark_version_by_student ON mark_version (student_id, school_day);

CREATE TABLE sighting (
    sighting_id text COLLATE "C" PRIMARY KEY,
    student_id  text COLLATE "C" NOT NULL,
    school_id   text COLLATE "C" NOT NULL,
    school_day  date        NOT NULL,
    seen        text        NOT NULL,
    at          timestamptz NOT NULL,
    seen_by     text        NOT NULL,
    note        text,
    entered_by  text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX sighting_by_student ON sighting (student_id, school_day);

-- What is concluded.

CREATE TABLE school_day (
    school_id     text COLLATE "C" NOT NULL,
    school_day    date NOT NULL,
    opened_at     timestamptz,
    ends_at       timestamptz,
    mass_absence  boolean NOT NULL DEFAULT false,
    turned        boolean NOT NULL DEFAULT false,
    closed_at     timestamptz,
    absent_share  numeric(6, 5),
    PRIMARY KEY (school_id, school_day)
);
COMMENT ON COLUMN school_day.turned IS 'mass absence began or ended, and the students of the day are still to be looked at again';
COMMENT ON COLUMN school_day.absent_share IS 'of those expected, the share marked absent without explanation; written when the day closes';
CREATE INDEX school_day_turned ON school_day (school_id, school_day) WHERE turned;
CREATE INDEX school_day_to_close ON school_day (ends_at) WHERE opened_at IS NOT NULL AND closed_at IS NULL;

CREATE TABLE hold_decision (
    decision_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    school_id   text COLLATE "C" NOT NULL,
    school_day  date        NOT NULL,
    reason      text        NOT NULL,
    verdict     text        NOT NULL,
    why         text        NOT NULL,
    decided_by  text        NOT NULL,
    decided_at  timestamptz NOT NULL
);
COMMENT ON TABLE hold_decision IS 'Append-only; the newest row of a school, day and reason is in force.';
CREATE INDEX hold_decision_in_force ON hold_decision (school_id, school_day, reason, decision_id DESC);

CREATE TABLE whereabouts (
    student_id    text COLLATE "C" NOT NULL,
    school_id     text COLLATE "C" NOT NULL,
    school_day    date    NOT NULL,
    state         text,
    rule          smallint,
    reason        text,
    mark_period   text,
    scan_at       timestamptz,
    left_at       timestamptz,
    cut_off       timestamptz,
    since         timestamptz,
    held_since    timestamptz,
    held_with     text,
    explanation   text,
    evidence      jsonb,
    version       bigint  NOT NULL DEFAULT 0,
    known_absent  boolean NOT NULL DEFAULT false,
    marked_absent boolean NOT NULL DEFAULT false,
    look_again_at timestamptz,
    PRIMARY KEY (school_id, school_day, student_id)
) WITH (fillfactor = 80);
COMMENT ON COLUMN whereabouts.state IS 'null: nothing is concluded yet, because the school or the roster is not known';
COMMENT ON COLUMN whereabouts.version IS 'counts what was emitted; 0 before the first';
CREATE INDEX whereabouts_by_student ON whereabouts (student_id, school_day, school_id);
CREATE INDEX whereabouts_due ON whereabouts (marked_absent DESC, look_again_at, school_id) WHERE look_again_at IS NOT NULL;
CREATE INDEX whereabouts_marked ON whereabouts (school_id, school_day) WHERE marked_absent;
CREATE INDEX whereabouts_known ON whereabouts (school_id, school_day) WHERE known_absent;

CREATE TABLE whereabouts_step (
    student_id  text COLLATE "C" NOT NULL,
    school_id   text COLLATE "C" NOT NULL,
    school_day  date        NOT NULL,
    version     bigint      NOT NULL,
    state       text        NOT NULL,
    rule        smallint    NOT NULL,
    reason      text,
    explanation text        NOT NULL,
    concluded_at timestamptz NOT NULL,
    PRIMARY KEY (student_id, school_day, school_id, version)
);
COMMENT ON TABLE whereabouts_step IS 'Append-only: each conclusion as it was reached.';

-- Whom to call.

CREATE TABLE call_task (
    task_id       text COLLATE "C" PRIMARY KEY,
    student_id    text COLLATE "C" NOT NULL,
    school_id     text COLLATE "C" NOT NULL,
    school_day    date        NOT NULL,
    state         text        NOT NULL,
    weak_evidence boolean     NOT NULL,
    attempted     boolean     NOT NULL DEFAULT false,
    claimed_by    text,
    lease_until   timestamptz,
    ended         text,
    arrived_at    timestamptz,
    flag          text,
    safety        boolean     NOT NULL DEFAULT false,
    opened_at     timestamptz NOT NULL,
    version       bigint      NOT NULL,
    UNIQUE (student_id, school_id, school_day)
);
COMMENT ON COLUMN call_task.safety IS 'the student was in the building and left: called first';
CREATE INDEX call_task_by_school ON call_task (school_id, school_day, state);
CREATE INDEX call_task_claimed ON call_task (claimed_by) WHERE state = 'CLAIMED';

CREATE TABLE call_task_step (
    task_id  text COLLATE "C" NOT NULL,
    version  bigint      NOT NULL,
    state    text        NOT NULL,
    what     text        NOT NULL,
    reason   text,
    by_whom  text,
    at       timestamptz NOT NULL,
    PRIMARY KEY (task_id, version)
);
COMMENT ON TABLE call_task_step IS 'Append-only: a task''s life, step by step.';
