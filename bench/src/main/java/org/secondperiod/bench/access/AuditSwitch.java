package org.secondperiod.bench.access;

import org.secondperiod.bench.stack.Database;

/** The audit: without it the function that adds a row does nothing. */
final class AuditSwitch implements Switch {

    private static final String APPEND = "'audit_append'::regproc";
    private static final String NOTHING = """
            DO $switch$ BEGIN EXECUTE format(
                'CREATE OR REPLACE FUNCTION audit_append(%s) RETURNS bigint LANGUAGE plpgsql AS $$BEGIN RETURN 0; END$$',
                pg_get_function_arguments(""" + APPEND + ")); END $switch$";

    private final Database database;

    AuditSwitch(Database database) {
        this.database = database;
        database.execute("CREATE TABLE bench_audit AS SELECT pg_get_functiondef(" + APPEND + ") AS definition");
    }

    @Override
    public String what() {
        return "the audit";
    }

    @Override
    public void on() {
        database.execute("DO $$ BEGIN EXECUTE (SELECT definition FROM bench_audit); END $$");
    }

    @Override
    public void off() {
        database.execute(NOTHING);
    }
}
