package org.secondperiod.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.stack.Part;

/** What a database says that runs and cannot work. */
final class DatabaseTroubles {

    private final Stand stand;

    DatabaseTroubles(Stand stand) {
        this.stand = stand;
    }

    /** Every write to the table is answered as PostgreSQL answers where no space is left on the disk (SQLSTATE 53100). */
    void diskIsFull(String table) {
        execute(
                """
                CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$""",
                "CREATE TRIGGER disk_full BEFORE INSERT OR UPDATE ON %s EXECUTE FUNCTION disk_full()".formatted(table));
    }

    void diskHasRoomAgain(String table) {
        execute("DROP TRIGGER disk_full ON " + table, "DROP FUNCTION disk_full()");
    }

    /** Takes every connection that the server has; close them to give them back. */
    List<Connection> takeAllConnections() {
        var taken = new ArrayList<Connection>();
        stand.toDatabase.reset();
        try {
            while (true) {
                taken.add(stand.database(Part.OUTREACH));
            }
        } catch (IllegalStateException full) {
            return taken;
        }
    }

    /** Locks a table against everybody, until the connection is given back. */
    Connection lock(String table) {
        try {
            var holder = stand.database(Part.OUTREACH);
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.execute("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(table));
            }
            return holder;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes them. */
    void giveBack(List<Connection> taken) {
        for (var connection : taken) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void execute(String... statements) {
        try (var database = stand.database(Part.OUTREACH);
                var statement = database.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
