package org.secondperiod.system.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.secondperiod.embedded.LocalPostgres;

/**
 * Holds a service up at a step of its transaction: a trigger in its database waits for a lock that the test has. So a test can
 * kill it exactly there, and the service needs no code for that.
 */
final class Breakpoint implements AutoCloseable {

    private final Connection holder;
    private final String table;
    private final String name;
    private final long lock;

    private Breakpoint(String jdbcUrl, String table, String kind) {
        this.table = table;
        this.lock = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        this.name = "breakpoint_" + lock;
        try {
            holder = DriverManager.getConnection(jdbcUrl, LocalPostgres.USER, LocalPostgres.PASSWORD);
            execute("SELECT pg_advisory_lock(%d)".formatted(lock));
            execute("""
                    CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NULL; END $$""".formatted(name, lock));
            execute(kind.formatted(name, table, name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whoever writes to the table waits there.
     *
     * @param what {@code INSERT}, {@code UPDATE} or {@code DELETE}
     */
    static Breakpoint on(String jdbcUrl, String what, String table) {
        return new Breakpoint(
                jdbcUrl, table, "CREATE TRIGGER %s AFTER " + what + " ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s()");
    }

    /** Whoever has written to the table waits when it commits. */
    static Breakpoint atCommitAfter(String jdbcUrl, String what, String table) {
        return new Breakpoint(
                jdbcUrl,
                table,
                "CREATE CONSTRAINT TRIGGER %s AFTER " + what
                        + " ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %s()");
    }

    /** Waits until somebody waits here; says who ({@link ServiceProcess#name()}). */
    String awaitHit() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(this::whoWaits, Optional::isPresent)
                .orElseThrow();
    }

    /** Who waits here, if anybody does within this time. */
    Optional<String> hitWithin(Duration time) throws SQLException {
        long until = System.nanoTime() + time.toNanos();
        var who = whoWaits();
        while (who.isEmpty() && System.nanoTime() < until) {
            Fault.lasts(Duration.ofMillis(50));
            who = whoWaits();
        }
        return who;
    }

    private Optional<String> whoWaits() throws SQLException {
        try (var statement = holder.createStatement();
                var row = statement.executeQuery("""
                        SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
                        WHERE locktype = 'advisory' AND NOT granted AND objid = %d
                          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        LIMIT 1""".formatted(lock))) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Ends the connections that wait here, as it happens to those of a process that has died, and takes the trigger away. */
    void endWaiting() {
        try {
            execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_locks
                    WHERE locktype = 'advisory' AND NOT granted AND objid = %d""".formatted(lock));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        close();
    }

    /** Lets whoever waits here go on. */
    void release() {
        try {
            execute("SELECT pg_advisory_unlock(%d)".formatted(lock));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets whoever waits go on, and nobody wait here any more. */
    @Override
    public void close() {
        try (holder) {
            if (!holder.isClosed()) {
                execute("SELECT pg_advisory_unlock(%d)".formatted(lock));
                execute("DROP TRIGGER %s ON %s".formatted(name, table));
                execute("DROP FUNCTION %s()".formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
