-- Past attendance and past enrolments, imported from files: how each import goes, its file until it has ended, and what it held of
-- each school.
CREATE TABLE history_import (
    history_id     text PRIMARY KEY,
    received_at    timestamptz NOT NULL,
    requested_by   text NOT NULL,
    holds          text NOT NULL,
    media_type     text NOT NULL,
    file_bytes     bigint NOT NULL,
    dry_run        boolean NOT NULL,
    allow_rejected boolean NOT NULL,
    state          text NOT NULL DEFAULT 'RUNNING',
    phase          text NOT NULL DEFAULT 'WAITING',
    reason         text,
    attempts       integer NOT NULL DEFAULT 0,
    -- The process that works on it, as long as it says so; by the database's clock, which no simulated day moves.
    runner         text,
    lease_until    timestamptz,
    rows_read      bigint NOT NULL DEFAULT 0,
    rows_rejected  bigint NOT NULL DEFAULT 0,
    rows_total     bigint,
    rows_taken     bigint NOT NULL DEFAULT 0,
    taken_to_line  bigint NOT NULL DEFAULT 0,
    days_told      bigint NOT NULL DEFAULT 0,
    began_at       timestamptz,
    finished_at    timestamptz
);
COMMENT ON COLUMN history_import.holds IS 'ATTENDANCE or ENROLMENTS';
COMMENT ON COLUMN history_import.taken_to_line IS 'whoever takes it up goes on after this line';
CREATE INDEX history_import_running ON history_import (received_at) WHERE state = 'RUNNING';

-- Ids and codes, as on the topics; gone when the import has ended.
CREATE TABLE history_part (
    history_id text NOT NULL REFERENCES history_import,
    part       integer NOT NULL,
    content    bytea NOT NULL,
    PRIMARY KEY (history_id, part)
);

CREATE TABLE history_school (
    history_id text NOT NULL REFERENCES history_import,
    school_id  text NOT NULL,
    rows       bigint NOT NULL,
    absences   bigint NOT NULL,
    days       integer NOT NULL,
    first_day  date,
    last_day   date,
    PRIMARY KEY (history_id, school_id)
);

-- Enrolments that ended before the roster began. They are told with a student's others, whether or not the roster still has the
-- student: who left last summer counts in last year's reports.
CREATE TABLE past_enrolment (
    student_id text NOT NULL,
    school_id  text NOT NULL,
    entry_day  date NOT NULL,
    exit_day   date NOT NULL,
    grade      text,
    homeroom   text,
    PRIMARY KEY (student_id, school_id, entry_day)
);
CALL guard_rows('past_enrolment', NULL);
