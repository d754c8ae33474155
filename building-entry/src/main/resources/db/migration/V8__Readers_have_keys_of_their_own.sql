-- Readers' own keys. Only the public half is here: it verifies signatures and can make none, so there is nothing to steal. A key
-- that is revoked stays, so that it is known when it is used and cannot be registered again.
CREATE TABLE reader_key (
    key_id      text        PRIMARY KEY,
    reader_id   text        NOT NULL REFERENCES reader,
    public_key  bytea       NOT NULL UNIQUE CHECK (length(public_key) = 32),
    created_at  timestamptz NOT NULL,
    created_by  text        NOT NULL,
    valid_until timestamptz,
    last_used   timestamptz,
    revoked_at  timestamptz,
    revoked_by  text
);

CREATE INDEX reader_key_of_reader ON reader_key (reader_id);

-- The nonces of signatures that held, until their time is over: each is good once, whichever replica saw it.
CREATE TABLE reader_nonce (
    key_id    text        NOT NULL,
    nonce     text        NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (key_id, nonce)
);

CREATE INDEX reader_nonce_by_age ON reader_nonce (signed_at);

-- Requests in a reader's name that were refused, by reason: as many rows as there are readers and reasons, whoever sends how many.
CREATE TABLE reader_refusal (
    reader_id text        NOT NULL REFERENCES reader,
    why       text        NOT NULL,
    refused   bigint      NOT NULL,
    last_at   timestamptz NOT NULL,
    PRIMARY KEY (reader_id, why)
);
