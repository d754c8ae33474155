CREATE TABLE batch (
    batch_id    text        PRIMARY KEY,
    subject     text        NOT NULL,
    received_at timestamptz NOT NULL
);

CREATE INDEX batch_by_age ON batch (received_at);

CREATE TABLE batch_error (
    error_id      bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch_id      text    NOT NULL REFERENCES batch ON DELETE CASCADE,
    line          bigint  NOT NULL,
    column_number integer,
    field         text,
    reason        text    NOT NULL
);

CREATE INDEX batch_error_by_line ON batch_error (batch_id, line, error_id);
