-- An import fills the tables in which it works with COPY, which does not go where rows are guarded. They name students all the same: the
-- role for jobs owns them, and the service as whoever asks it has no rights in them.
DO $$
DECLARE working regclass;
BEGIN
    FOR working IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relpersistence = 'u' LOOP
        EXECUTE format('REVOKE ALL ON %s FROM ${app}', working);
    END LOOP;
END $$;
