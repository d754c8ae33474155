-- A file is who it is by name, size and time of change. Its row outlives the moment between having taken it and having
-- moved it away, so that a crash there does not take it twice.
CREATE TABLE watched_file (
    name      text NOT NULL,
    size      bigint NOT NULL,
    modified  timestamptz NOT NULL,
    import_id text,
    outcome   text,
    report    text,
    PRIMARY KEY (name, size, modified)
);
