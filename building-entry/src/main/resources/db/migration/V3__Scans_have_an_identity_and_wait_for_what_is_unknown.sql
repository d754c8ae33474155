-- The ids that sources give their scans: one id from one credential is one fact.
CREATE TABLE scan_identity (
    subject  text        NOT NULL,
    scan_id  text        NOT NULL,
    content  text        NOT NULL,
    event_id text        NOT NULL,
    seen     timestamptz NOT NULL,
    PRIMARY KEY (subject, scan_id)
);

CREATE INDEX scan_identity_by_age ON scan_identity (seen);

-- Scans whose reader is not registered, or whose badge was nobody's at that moment. What a scan waits for is a function of
-- readers and claims, so it is not written down; it leaves in the transaction that puts its event into the outbox.
CREATE TABLE waiting_scan (
    waiting_id  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    text        NOT NULL UNIQUE,
    scan_id     text        NOT NULL,
    reader_id   text        NOT NULL,
    badge       text,
    student_id  text,
    scanned_at  timestamptz NOT NULL,
    direction   text        NOT NULL,
    sequence    bigint,
    subject     text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CHECK (num_nonnulls(badge, student_id) = 1)
);

CREATE INDEX waiting_scan_of_reader ON waiting_scan (reader_id);
