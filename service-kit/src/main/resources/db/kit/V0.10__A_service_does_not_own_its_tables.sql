-- A service signs in as ${app}, which owns nothing: it reads and writes rows, and can neither change a table nor switch its policies off.
-- Migrations run as the owner. ${app}_system is for consumers and jobs, which see the rows of all schools: nobody signs in as it, ${app}
-- takes it for a transaction at a time, and inherits nothing from it meanwhile.
--
-- Where the owner may not make roles, they are made before: CREATE ROLE ${app} LOGIN NOINHERIT PASSWORD '...'; CREATE ROLE ${app}_system;
-- GRANT ${app}_system TO ${app}. Made here, ${app} has no password, so that it gets in only where none is asked for.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${app}') THEN
        CREATE ROLE ${app} LOGIN NOINHERIT;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${app}_system') THEN
        CREATE ROLE ${app}_system;
        GRANT ${app}_system TO ${app} WITH INHERIT FALSE, SET TRUE;
    END IF;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app}, ${app}_system;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${app}, ${app}_system;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}, ${app}_system;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${app}, ${app}_system;

-- The audit is read, and added to by its function alone.
REVOKE ALL ON audit, audit_chain FROM ${app}, ${app}_system;
GRANT SELECT ON audit TO ${app}, ${app}_system;

-- What a table of students is asked by, for the migrations that give it policies: callers see the rows of the schools that their request
-- has named (set_config('secondperiod.schools', ..., true)), and none without; the system sees all. What is asked of a setting is asked
-- once for a statement, not for each row.
CREATE PROCEDURE guard_rows(guarded regclass, whose text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY system ON %s TO ${app}_system USING (true) WITH CHECK (true)', guarded);
    IF whose IS NOT NULL THEN
        EXECUTE format('CREATE POLICY callers ON %s TO ${app} USING (%s)', guarded, whose);
    END IF;
END $$;

CREATE FUNCTION of_the_schools(school_column text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT format('(SELECT current_setting(''secondperiod.schools'', true) = ''*'') OR %s = ANY ((SELECT'
        || ' string_to_array(current_setting(''secondperiod.schools'', true), '',''))::text[])', school_column)
$$;
