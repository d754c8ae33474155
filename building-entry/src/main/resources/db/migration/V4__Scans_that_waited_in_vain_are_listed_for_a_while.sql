-- A scan whose badge or reader did not become known in time. It is kept for a while, so that somebody can see what was missing.
CREATE TABLE expired_scan (
    waiting_id  bigint      PRIMARY KEY,
    scan_id     text        NOT NULL,
    reader_id   text        NOT NULL,
    badge       text,
    student_id  text,
    scanned_at  timestamptz NOT NULL,
    direction   text        NOT NULL,
    sequence    bigint,
    recorded_at timestamptz NOT NULL,
    expired_at  timestamptz NOT NULL
);

CREATE INDEX expired_scan_by_age ON expired_scan (expired_at);
CREATE INDEX waiting_scan_by_age ON waiting_scan (scanned_at);
