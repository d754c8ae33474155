package org.secondperiod.local.oracle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What outreach-service has concluded, as its database has it. */
public final class StoredVerdicts {

    private static final String ALL = """
            SELECT w.*, t.state AS task, t.weak_evidence, t.ended FROM whereabouts w
            LEFT JOIN call_task t USING (student_id, school_id, school_day) WHERE w.state IS NOT NULL
            """;

    private StoredVerdicts() {}

    /** Of whom something was concluded. */
    public record Of(String studentId, String schoolId) {}

    /** All of a database that has seen one school day only. */
    public static Map<Of, Verdict> read(Connection database) throws SQLException {
        try (var query = database.prepareStatement(ALL)) {
            return read(query);
        }
    }

    /** Those of a day. */
    public static Map<Of, Verdict> read(Connection database, LocalDate day) throws SQLException {
        try (var query = database.prepareStatement(ALL + " AND w.school_day = ?")) {
            query.setObject(1, day);
            return read(query);
        }
    }

    /** Those of some schools on a day. */
    static Map<Of, Verdict> read(Connection database, Collection<String> schools, LocalDate day) throws SQLException {
        try (var query = database.prepareStatement(ALL + " AND w.school_id = ANY (?) AND w.school_day = ?")) {
            query.setArray(1, database.createArrayOf("text", schools.toArray()));
            query.setObject(2, day);
            return read(query);
        }
    }

    private static Map<Of, Verdict> read(PreparedStatement query) throws SQLException {
        var verdicts = new HashMap<Of, Verdict>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                verdicts.put(new Of(row.getString("student_id"), row.getString("school_id")), verdict(row));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        var task = row.getString("task");
        return new Verdict(
                row.getInt("rule"),
                row.getString("state"),
                row.getString("reason"),
                instant(row, "scan_at"),
                instant(row, "left_at"),
                instant(row, "cut_off"),
                instant(row, "held_since"),
                row.getString("held_with"),
                task,
                "OPEN".equals(task) ? Boolean.valueOf(row.getBoolean("weak_evidence")) : null,
                row.getString("ended"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
