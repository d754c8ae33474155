-- A mark's own id belongs to the credential that sent it. Each version is kept, so that a whole file sent again is
-- recognised line by line.
CREATE TABLE taken_own_id (
    subject      text NOT NULL,
    own_id       text NOT NULL,
    version      bigint NOT NULL,
    content_hash text NOT NULL,
    taken_at     timestamptz NOT NULL,
    PRIMARY KEY (subject, own_id, version)
);
