-- What this service has read of access.grants.v1: who may do what, at which schools, until when. Owned by outreach-service, which
-- has the history; here only the latest of each grant counts.
CREATE TABLE known_grant (
    grant_id   text COLLATE "C" PRIMARY KEY,
    subject    text COLLATE "C" NOT NULL,
    role       text    NOT NULL,
    schools    text[]  NOT NULL,
    rights     text[]  NOT NULL,
    expires_at timestamptz,
    revoked    boolean NOT NULL,
    version    bigint  NOT NULL
);
COMMENT ON COLUMN known_grant.schools IS 'ids of schools; * is all of the district';
COMMENT ON COLUMN known_grant.expires_at IS 'exclusive, by the machine''s clock; none where it is open';
CREATE INDEX known_grant_of ON known_grant (subject) WHERE NOT revoked;
