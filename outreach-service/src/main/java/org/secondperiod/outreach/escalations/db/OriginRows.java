package org.secondperiod.outreach.escalations.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Reads where something comes from. */
final class OriginRows {

    private OriginRows() {}

    static Origin origin(ResultSet row, Instant at) throws SQLException {
        return new Origin(
                new StudentAtSchool(
                        new StudentId(row.getString("student_id")),
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                row.getString("attempt_id"),
                null,
                at);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
