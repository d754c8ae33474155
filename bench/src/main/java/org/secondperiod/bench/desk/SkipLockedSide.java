package org.secondperiod.bench.desk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.secondperiod.bench.desk.Bursts.Asker;
import org.secondperiod.bench.measure.TimedSide;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;

/**
 * The baseline: a table of three columns in the same database, and a connection for each caller. It takes the first free row that
 * nobody else is about to take, and commits. It signs nobody in, decides nothing anew, knows no household, keeps no step and tells nobody.
 */
final class SkipLockedSide implements TimedSide, AutoCloseable {

    private static final String MAKE =
            "CREATE TABLE IF NOT EXISTS bench_queue (task_id text PRIMARY KEY, place int NOT NULL, claimed_by text)";
    private static final String EMPTY = "TRUNCATE bench_queue";
    private static final String FILL =
            "INSERT INTO bench_queue SELECT 't-' || n, n, NULL FROM generate_series(1, %d) AS n";
    private static final String TAKE = """
            UPDATE bench_queue SET claimed_by = ? WHERE task_id = (
                SELECT task_id FROM bench_queue WHERE claimed_by IS NULL ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING task_id""";
    private static final Runnable NOTHING = () -> {};

    private final Database database;
    private final int tasks;
    private final List<Connection> connections = new ArrayList<>();
    private final Given given = new Given();

    SkipLockedSide(Layout layout, Database database, int tasks, int callers) {
        this.database = database;
        this.tasks = tasks;
        try {
            for (int n = 0; n < callers; n++) {
                connections.add(DriverManager.getConnection(
                        layout.jdbcUrl("outreach"), LocalPostgres.USER, LocalPostgres.PASSWORD));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.execute(MAKE);
    }

    @Override
    public String name() {
        return "SKIP LOCKED";
    }

    @Override
    public void prepare() {
        database.execute(EMPTY);
        database.execute(FILL.formatted(tasks));
        given.begin();
    }

    @Override
    public Histogram work() {
        List<Asker> askers = connections.stream()
                .<Asker>map(connection -> () -> take(connection))
                .toList();
        return Bursts.run(askers, NextSide.bursts(tasks, connections.size()), NextSide.EVERY_MILLIS);
    }

    private Runnable take(Connection connection) {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, "caller");
            try (ResultSet row = take.executeQuery()) {
                if (row.next()) {
                    given.add(row.getString(1));
                }
            }
            return NOTHING;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> faults() {
        return given.faults(name());
    }

    @Override
    public void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
