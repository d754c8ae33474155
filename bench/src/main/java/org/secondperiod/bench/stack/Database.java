package org.secondperiod.bench.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;

/** Looks into a database of the stack. */
public final class Database implements AutoCloseable {

    private final Connection connection;

    public Database(Layout layout, String name) {
        try {
            this.connection =
                    DriverManager.getConnection(layout.jdbcUrl(name), LocalPostgres.USER, LocalPostgres.PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " does not answer", e);
        }
    }

    /** Runs a statement. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        return counts("SELECT 'n', (" + sql + ")").get("n");
    }

    /** Numbers by name. */
    public Map<String, Long> counts(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Long> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(String.valueOf(rows.getString(1)), rows.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
