-- The same rows and the same hashes as before, for less: which chain is free is asked of locks in memory, where it was asked by locking
-- a row that was then changed, and what is hashed is put together without a query of its own.
CREATE OR REPLACE FUNCTION audit_said(VARIADIC parts text[]) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    part text;
    said text := '';
BEGIN
    FOREACH part IN ARRAY parts LOOP
        said := said || ',' || coalesce(octet_length(convert_to(part, 'UTF8')) || ':' || part, '-');
    END LOOP;
    RETURN convert_to(substr(said, 2), 'UTF8');
END
$$;

-- Where every chain is being added to, it waits for the row of one of them.
CREATE OR REPLACE FUNCTION audit_append(
    action text, outcome text, status int, operation text, credential text, subject text, roles text[], address text,
    about text, schools text[], students text[], request_id text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
#variable_conflict use_variable
DECLARE
    mine int := floor(random() * 16);
    head audit_chain;
    at   timestamptz := clock_timestamp();
BEGIN
    FOR tried IN 1..16 LOOP
        EXIT WHEN pg_try_advisory_xact_lock('audit_chain'::regclass::oid::int, mine);
        mine := (mine + 1) % 16;
    END LOOP;
    UPDATE audit_chain c
        SET place = c.place + 1,
            hash = sha256(c.hash || audit_said(
                c.chain::text, (c.place + 1)::text, (extract(epoch FROM at) * 1000000)::bigint::text,
                action, outcome, status::text, operation, credential, subject, array_to_string(roles, ' '), address, about,
                array_to_string(schools, ' '), array_to_string(students, ' '), request_id))
        WHERE c.chain = mine
        RETURNING * INTO head;
    INSERT INTO audit VALUES (
        head.chain, head.place, at, action, outcome, status, operation, credential, subject, roles, address, about,
        schools, students, request_id, head.hash);
    RETURN head.place;
END
$$;
