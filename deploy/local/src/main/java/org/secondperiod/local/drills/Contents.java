package org.secondperiod.local.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/**
 * All that the services' databases hold: of each table how many rows, and a sum over the digests of all of them, in which the order of
 * rows does not count.
 *
 * @param tables by {@code database.table}
 */
record Contents(Map<String, Table> tables) {

    private static final String TABLES = """
            SELECT quote_ident(table_name) FROM information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name""";

    /** What a table holds. */
    record Table(long rows, String digest) {}

    /** What everything holds now. */
    static Contents of(Layout layout) {
        Map<String, Table> tables = new TreeMap<>();
        for (Part service : Part.services()) {
            service.database().ifPresent(database -> read(layout, database, tables));
        }
        return new Contents(tables);
    }

    private static void read(Layout layout, String database, Map<String, Table> into) {
        try (Connection connection = DriverManager.getConnection(
                        layout.jdbcUrl(database), LocalPostgres.USER, LocalPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            for (String name : names) {
                into.put(database + "." + name, read(statement, name));
            }
        } catch (SQLException e) {
            throw new StackException("The database %s cannot be read: %s".formatted(database, e.getMessage()), e);
        }
    }

    private static Table read(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT count(*), coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text
                  FROM %s t""".formatted(table))) {
            row.next();
            return new Table(row.getLong(1), row.getString(2));
        }
    }

    /** Without tables of these names, in whichever database. */
    Contents without(Set<String> names) {
        Map<String, Table> left = new TreeMap<>(tables);
        left.keySet().removeIf(name -> names.contains(name.substring(name.indexOf('.') + 1)));
        return new Contents(left);
    }

    long rows() {
        return tables.values().stream().mapToLong(Table::rows).sum();
    }

    long rows(String table) {
        Table found = tables.get(table);
        if (found == null) {
            throw new StackException("There is no table " + table);
        }
        return found.rows();
    }

    String inWords() {
        return "%,d rows in %d tables of %d databases"
                .formatted(
                        rows(),
                        tables.size(),
                        tables.keySet().stream()
                                .map(name -> name.substring(0, name.indexOf('.')))
                                .distinct()
                                .count());
    }

    /** The tables in which the two differ. */
    List<String> differences(Contents other) {
        Set<String> names = new TreeSet<>(tables.keySet());
        names.addAll(other.tables.keySet());
        return names.stream()
                .filter(name -> !java.util.Objects.equals(tables.get(name), other.tables.get(name)))
                .map(name -> "%s (%s, then %s)".formatted(name, words(tables.get(name)), words(other.tables.get(name))))
                .toList();
    }

    private static String words(@org.jspecify.annotations.Nullable Table table) {
        return table == null ? "not there" : "%,d rows".formatted(table.rows());
    }
}
