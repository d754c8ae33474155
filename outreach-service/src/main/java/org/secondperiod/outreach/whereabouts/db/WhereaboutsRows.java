package org.secondperiod.outreach.whereabouts.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.whereabouts.Conclusion;
import org.secondperiod.outreach.whereabouts.State;
import org.secondperiod.outreach.whereabouts.StoredWhereabouts;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Reads conclusions from rows of {@code whereabouts}. */
final class WhereaboutsRows {

    private WhereaboutsRows() {}

    static StoredWhereabouts stored(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new StoredWhereabouts(
                new StudentAtSchool(
                        new StudentId(row.getString("student_id")),
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                state == null ? null : conclusion(row, State.valueOf(state)),
                instant(row, "since"),
                instant(row, "held_since"),
                row.getString("held_with"),
                row.getLong("version"),
                row.getBoolean("known_absent"),
                row.getBoolean("marked_absent"),
                instant(row, "look_again_at"));
    }

    private static Conclusion conclusion(ResultSet row, State state) throws SQLException {
        return new Conclusion(
                state,
                row.getInt("rule"),
                row.getString("reason"),
                row.getString("mark_period"),
                instant(row, "scan_at"),
                instant(row, "left_at"),
                instant(row, "cut_off"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
