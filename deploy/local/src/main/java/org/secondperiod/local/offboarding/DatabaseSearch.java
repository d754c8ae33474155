package org.secondperiod.local.offboarding;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds what is sealed in a database: in every column of every table that could hold it, whether anybody has named it or not. */
final class DatabaseSearch {

    private static final int AT_ONCE = 2_000;

    private static final String COLUMNS = """
            SELECT quote_ident(c.table_name), quote_ident(c.column_name), c.data_type = 'bytea'
              FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
               AND c.data_type IN ('json', 'jsonb', 'text', 'character varying', 'bytea')
             ORDER BY c.table_name, c.ordinal_position""";

    private record Column(String table, String name, boolean binary) {

        String values() {
            return binary
                    ? "SELECT %2$s FROM %1$s WHERE position('\"ciphertext'::bytea IN %2$s) > 0".formatted(table, name)
                    : "SELECT %2$s::text FROM %1$s WHERE position('\"ciphertext' IN %2$s::text) > 0"
                            .formatted(table, name);
        }
    }

    private final Connection database;

    DatabaseSearch(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(false);
        database.setReadOnly(true);
    }

    /** Hands over whatever is found. */
    void into(Trial trial, String databaseName) throws SQLException {
        for (Column column : columns()) {
            try (PreparedStatement query = database.prepareStatement(column.values())) {
                query.setFetchSize(AT_ONCE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        trial.take(
                                "database %s: %s.%s".formatted(databaseName, column.table(), column.name()),
                                column.binary()
                                        ? new String(row.getBytes(1), StandardCharsets.ISO_8859_1)
                                        : row.getString(1));
                    }
                }
            }
        }
    }

    private List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(COLUMNS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                columns.add(new Column(row.getString(1), row.getString(2), row.getBoolean(3)));
            }
        }
        return columns;
    }
}
