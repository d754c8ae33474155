package org.secondperiod.bench.access;

import org.secondperiod.bench.stack.Database;

/** Row-level security on all tables that have it; the service tells its schools, or takes its other role, with and without it. */
final class RowsSwitch implements Switch {

    private static final String EVERY_TABLE = """
            DO $$
            DECLARE guarded regclass;
            BEGIN
                FOR guarded IN SELECT oid FROM pg_class WHERE relforcerowsecurity ORDER BY oid LOOP
                    EXECUTE format('ALTER TABLE %%s %s ROW LEVEL SECURITY', guarded);
                END LOOP;
            END $$""";

    private final Database database;

    RowsSwitch(Database database) {
        this.database = database;
    }

    @Override
    public String what() {
        return "row security";
    }

    @Override
    public void on() {
        database.execute(EVERY_TABLE.formatted("ENABLE"));
    }

    @Override
    public void off() {
        database.execute(EVERY_TABLE.formatted("DISABLE"));
    }
}
