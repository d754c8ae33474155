-- What a district has said of its readers.
CREATE TABLE reader (
    reader_id               text        PRIMARY KEY,
    building_id             text        NOT NULL,
    name                    text        NOT NULL,
    in_service              boolean     NOT NULL,
    allowed_silence_minutes integer     NOT NULL,
    version                 bigint      NOT NULL,
    changed                 timestamptz NOT NULL
);

-- Where a reader stood since when (none: since ever), so that a late scan gets the building of its own moment.
CREATE TABLE reader_place (
    reader_id   text        NOT NULL REFERENCES reader,
    since       timestamptz,
    building_id text        NOT NULL,
    UNIQUE NULLS NOT DISTINCT (reader_id, since)
);

-- What was heard from a reader. Sequence numbers are kept as a set of ranges: a number that comes twice changes nothing.
CREATE TABLE reader_contact (
    reader_id     text           PRIMARY KEY REFERENCES reader,
    last_heard    timestamptz    NOT NULL,
    heartbeat_at  timestamptz,
    queued        integer,
    last_sequence bigint,
    seen          int8multirange NOT NULL DEFAULT '{}'
);
