package org.secondperiod.bench.access;

import org.secondperiod.bench.stack.Database;

/** Switches the audit of a running service off and on, in its database and as its owner: a service itself cannot. */
final class Switch {

    private static final String APPEND = "'audit_append'::regproc";
    private static final String NOTHING = """
            DO $switch$ BEGIN EXECUTE format(
                'CREATE OR REPLACE FUNCTION audit_append(%s) RETURNS bigint LANGUAGE plpgsql AS $$BEGIN RETURN 0; END$$',
                pg_get_function_arguments(""" + APPEND + ")); END $switch$";

    private final Database database;

    Switch(Database database) {
        this.database = database;
        database.execute("CREATE TABLE bench_audit AS SELECT pg_get_functiondef(" + APPEND + ") AS definition");
    }

    void on() {
        database.execute("DO $$ BEGIN EXECUTE (SELECT definition FROM bench_audit); END $$");
    }

    void off() {
        database.execute(NOTHING);
    }

    long rows() {
        return database.number("SELECT coalesce(sum(place), 0)::bigint FROM audit_chain");
    }
}
