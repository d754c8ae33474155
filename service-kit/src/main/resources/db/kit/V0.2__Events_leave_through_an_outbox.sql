-- Written in the transaction that changes the state it tells of, removed once the broker has acknowledged.
CREATE TABLE outbox (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic   text   NOT NULL,
    key     text   NOT NULL,
    value   bytea,
    headers jsonb  NOT NULL,
    written timestamptz NOT NULL
);
