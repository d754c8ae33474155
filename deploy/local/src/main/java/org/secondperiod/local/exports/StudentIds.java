package org.secondperiod.local.exports;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** Every student of whom any service holds anything: whoever stands in a column {@code student_id} of its database. */
public final class StudentIds {

    private static final String TABLES = """
            SELECT quote_ident(c.table_name) FROM information_schema.columns c
              JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name = 'student_id'""";

    private StudentIds() {}

    /** All of them, in order. */
    public static SortedSet<String> all(Layout layout) {
        SortedSet<String> students = new TreeSet<>();
        for (Part service : Part.services()) {
            service.database().ifPresent(name -> {
                try (Connection database =
                        DriverManager.getConnection(layout.jdbcUrl(name), LocalPostgres.USER, LocalPostgres.PASSWORD)) {
                    for (String table : texts(database, TABLES)) {
                        students.addAll(texts(
                                database,
                                "SELECT DISTINCT student_id FROM %s WHERE student_id IS NOT NULL".formatted(table)));
                    }
                } catch (SQLException e) {
                    throw new StackException(
                            "The database %s cannot be asked: %s. Is the stack up?".formatted(name, e.getMessage()), e);
                }
            });
        }
        return students;
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
