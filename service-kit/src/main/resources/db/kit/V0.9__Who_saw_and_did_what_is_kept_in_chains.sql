-- Who saw and did what, to whose data. Rows are added and never changed: each holds a hash over itself and the row before it in its
-- chain, so that a row that was changed, taken out or slipped in later shows. A row says ids, never a name, a number or a note.
--
-- There are sixteen chains, so that who reads does not wait for who else reads: a row goes to one that nobody is adding to. A chain is
-- held until the transaction that adds to it ends, and the service adds last.
CREATE TABLE audit (
    chain      smallint    NOT NULL,
    place      bigint      NOT NULL,
    at         timestamptz NOT NULL,
    action     text        NOT NULL,
    outcome    text        NOT NULL,
    status     int,
    operation  text,
    credential text        NOT NULL,
    subject    text COLLATE "C",
    roles      text[]      NOT NULL,
    address    text COLLATE "C",
    about      text,
    schools    text[]      NOT NULL,
    students   text[]      NOT NULL,
    request_id text        NOT NULL,
    hash       bytea       NOT NULL,
    PRIMARY KEY (chain, place)
);
COMMENT ON COLUMN audit.at IS 'by the clock of the database server, never a simulated one';
COMMENT ON COLUMN audit.subject IS 'where credential is UNVERIFIED, what was claimed';

-- What was asked: who, or from where, in their order of time. Refusals are few, and are looked for without knowing who it was.
CREATE INDEX audit_of_subject ON audit (subject, at, chain, place);
CREATE INDEX audit_from_address ON audit (address, at, chain, place);
CREATE INDEX audit_refused ON audit (at, chain, place) WHERE outcome = 'REFUSED';

-- The last row of each chain.
CREATE TABLE audit_chain (
    chain smallint PRIMARY KEY,
    place bigint   NOT NULL,
    hash  bytea    NOT NULL
) WITH (fillfactor = 20);
INSERT INTO audit_chain SELECT n, 0, sha256(convert_to('second-period audit chain ' || n, 'UTF8')) FROM generate_series(0, 15) AS n;

-- What is hashed of a row: each part with its length in front, so that no two rows can read the same.
CREATE FUNCTION audit_said(VARIADIC parts text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT convert_to(
        string_agg(coalesce(octet_length(convert_to(part, 'UTF8')) || ':' || part, '-'), ',' ORDER BY n), 'UTF8')
    FROM unnest(parts) WITH ORDINALITY AS p(part, n)
$$;

-- The only way to add a row; it runs with the rights of who owns the table.
CREATE FUNCTION audit_append(
    action text, outcome text, status int, operation text, credential text, subject text, roles text[], address text,
    about text, schools text[], students text[], request_id text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
#variable_conflict use_variable
DECLARE
    head audit_chain;
    at   timestamptz := clock_timestamp();
BEGIN
    SELECT * INTO head FROM audit_chain ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        SELECT * INTO head FROM audit_chain c WHERE c.chain = abs(hashtext(request_id)) % 16 FOR UPDATE;
    END IF;
    head.place := head.place + 1;
    head.hash := sha256(head.hash || audit_said(
        head.chain::text, head.place::text, (extract(epoch FROM at) * 1000000)::bigint::text,
        action, outcome, status::text, operation, credential, subject, array_to_string(roles, ' '), address, about,
        array_to_string(schools, ' '), array_to_string(students, ' '), request_id));
    INSERT INTO audit VALUES (
        head.chain, head.place, at, action, outcome, status, operation, credential, subject, roles, address, about,
        schools, students, request_id, head.hash);
    UPDATE audit_chain c SET place = head.place, hash = head.hash WHERE c.chain = head.chain;
    RETURN head.place;
END
$$;

-- Nobody changes what stands, the owner neither, unless they take these triggers away first.
CREATE FUNCTION audit_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is added to and never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_stands();
CREATE TRIGGER audit_chain_stands BEFORE DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION audit_stands();
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_stands;
ALTER TABLE audit_chain ENABLE ALWAYS TRIGGER audit_chain_stands;
