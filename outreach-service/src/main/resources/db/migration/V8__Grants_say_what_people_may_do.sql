-- Who was given what. The topic access.grants.v1 carries each row's latest state to every service, this one too.
CREATE TABLE staff_grant (
    grant_id   text COLLATE "C" PRIMARY KEY,
    subject    text COLLATE "C" NOT NULL,
    role       text        NOT NULL,
    schools    text[]      NOT NULL,
    rights     text[]      NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked    boolean     NOT NULL,
    version    bigint      NOT NULL,
    granted_by text        NOT NULL,
    granted_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    why        text        NOT NULL
);
COMMENT ON COLUMN staff_grant.subject IS 'the person, as the identity provider names them';
COMMENT ON COLUMN staff_grant.schools IS 'ids of schools; * is all of the district';
COMMENT ON COLUMN staff_grant.expires_at IS 'exclusive, by the machine''s clock';
CREATE INDEX staff_grant_by_subject ON staff_grant (subject, grant_id);
CREATE INDEX staff_grant_by_school ON staff_grant USING gin (schools);

CREATE TABLE staff_grant_change (
    grant_id   text COLLATE "C" NOT NULL REFERENCES staff_grant,
    version    bigint      NOT NULL,
    what       text        NOT NULL,
    subject    text        NOT NULL,
    role       text        NOT NULL,
    schools    text[]      NOT NULL,
    rights     text[]      NOT NULL,
    expires_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    why        text        NOT NULL,
    PRIMARY KEY (grant_id, version)
);
COMMENT ON TABLE staff_grant_change IS 'Every grant as it was after each change. Append-only: the database refuses anything else.';

CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER staff_grant_change_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON staff_grant_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
