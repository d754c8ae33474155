-- Sound facts that cannot go on yet. The content is enough to run them again; the raw line is for whoever looks.
CREATE TABLE quarantine (
    place       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    text NOT NULL UNIQUE,
    fact        text NOT NULL,
    kind        text NOT NULL,
    school_id   text NOT NULL,
    code        text,
    reason      text NOT NULL,
    content     jsonb NOT NULL,
    raw         text NOT NULL,
    subject     text NOT NULL,
    received_at timestamptz NOT NULL,
    batch_id    text,
    line        bigint
);

CREATE INDEX quarantine_by_what_it_waits_for ON quarantine (kind, school_id, code);
