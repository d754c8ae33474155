package org.secondperiod.outreach.tasks.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Outlook;
import org.secondperiod.outreach.tasks.Reason;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Reads tasks from rows of {@code call_task}. */
final class TaskRows {

    private TaskRows() {}

    static StoredTask task(ResultSet row) throws SQLException {
        String ended = row.getString("ended");
        String flag = row.getString("flag");
        return new StoredTask(
                row.getString("task_id"),
                new StudentAtSchool(
                        new StudentId(row.getString("student_id")),
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                new CallTask(
                        TaskState.valueOf(row.getString("state")),
                        row.getBoolean("weak_evidence"),
                        row.getBoolean("attempted"),
                        instant(row, "lease_until"),
                        ended == null ? null : Reason.valueOf(ended),
                        instant(row, "arrived_at"),
                        flag == null ? null : Reason.valueOf(flag)),
                row.getString("claimed_by"),
                row.getBoolean("safety"),
                Objects.requireNonNull(instant(row, "opened_at")),
                new Outlook(
                        instant(row, "call_again_at"),
                        row.getBoolean("call_again_agreed"),
                        instant(row, "expected_by"),
                        instant(row, "household_reached_at")),
                row.getLong("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
