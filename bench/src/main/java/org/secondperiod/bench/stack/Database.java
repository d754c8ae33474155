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

    private static final int FETCHED_AT_ONCE = 5_000;

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

    /** What is done with a row. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** Reads the rows of a query one after the other, however many there are. */
    public void each(String sql, Row read) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    read.read(rows);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something with the connection itself. */
    public <R> R with(Use<R> use) {
        try {
            return use.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done with a connection. */
    public interface Use<R> {
        R of(Connection connection) throws SQLException;
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
