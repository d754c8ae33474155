-- Who gave up a fact that waited for a school, and why. What it said is gone.
CREATE TABLE quarantine_discarded (
    event_id     text PRIMARY KEY,
    fact         text NOT NULL,
    school_id    text NOT NULL,
    sent_by      text NOT NULL,
    received_at  timestamptz NOT NULL,
    discarded_by text NOT NULL,
    discarded_at timestamptz NOT NULL,
    why          text NOT NULL
);
