CREATE TABLE roster_import (
    import_id      text PRIMARY KEY,
    received_at    timestamptz NOT NULL,
    requested_by   text NOT NULL,
    file           text NOT NULL,
    file_bytes     bigint NOT NULL,
    dry_run        boolean NOT NULL,
    allow_shrink   boolean NOT NULL,
    state          text NOT NULL,
    phase          text NOT NULL,
    reason         text,
    attempts       integer NOT NULL DEFAULT 0,
    -- The process that works on it, as long as it says so; by the database's clock, which no simulated day moves.
    runner         text,
    lease_until    timestamptz,
    rows_read      bigint NOT NULL DEFAULT 0,
    rows_rejected  bigint NOT NULL DEFAULT 0,
    rows_noted     bigint NOT NULL DEFAULT 0,
    students_total bigint NOT NULL DEFAULT 0,
    students_done  bigint NOT NULL DEFAULT 0,
    students_told  bigint NOT NULL DEFAULT 0,
    began_at       timestamptz,
    finished_at    timestamptz
);
CREATE INDEX roster_import_running ON roster_import (received_at) WHERE state = 'RUNNING';

CREATE TABLE roster_import_school (
    import_id text NOT NULL REFERENCES roster_import,
    school_id text NOT NULL,
    added     bigint NOT NULL,
    changed   bigint NOT NULL,
    departed  bigint NOT NULL,
    unchanged bigint NOT NULL,
    PRIMARY KEY (import_id, school_id)
);

-- No more than a stated number per import is kept; the counts above are of all.
CREATE TABLE roster_import_problem (
    import_id text NOT NULL REFERENCES roster_import,
    place     bigint GENERATED ALWAYS AS IDENTITY,
    file      text NOT NULL,
    line      bigint NOT NULL,
    field     text,
    reason    text NOT NULL,
    effect    text NOT NULL,
    PRIMARY KEY (import_id, place)
);

-- The upload in parts, encrypted, until it has been merged: any process may take the import up.
CREATE TABLE roster_upload (
    import_id text NOT NULL REFERENCES roster_import,
    part      integer NOT NULL,
    content   text NOT NULL,
    PRIMARY KEY (import_id, part)
);
