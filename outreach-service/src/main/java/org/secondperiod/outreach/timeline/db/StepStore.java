package org.secondperiod.outreach.timeline.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.timeline.InCodes;
import org.secondperiod.outreach.timeline.Timeline.Entry;
import org.secondperiod.outreach.timeline.Timeline.Kind;
import org.secondperiod.outreach.whereabouts.State;

/** What was concluded and what became of the call, step by step. */
@ApplicationScoped
public class StepStore {

    /** The conclusions of a student's day. */
    public List<Entry> conclusions(Handle handle, StudentDay day) {
        return handle.createQuery("""
                        SELECT * FROM whereabouts_step WHERE student_id = :student AND school_day = CAST(:day AS date)
                        ORDER BY school_id, version
                        """)
                .bind("student", day.student().value())
                .bind("day", day.day().toString())
                .map((row, context) -> {
                    Instant at = instant(row, "concluded_at");
                    String reason = row.getString("reason");
                    return new Entry(
                            Kind.CONCLUSION,
                            at,
                            at,
                            row.getString("school_id"),
                            row.getString("state") + (reason == null ? "" : " (" + reason + ")") + " by rule "
                                    + row.getInt("rule"),
                            row.getString("explanation"),
                            null,
                            InCodes.of(new InCodes.Concluded(
                                    State.valueOf(row.getString("state")), row.getInt("rule"), reason)));
                })
                .list();
    }

    /** The steps of a student's tasks of that day. */
    public List<Entry> tasks(Handle handle, StudentDay day) {
        return handle.createQuery("""
                        SELECT t.school_id, s.* FROM call_task t JOIN call_task_step s ON s.task_id = t.task_id
                        WHERE t.student_id = :student AND t.school_day = CAST(:day AS date) ORDER BY t.school_id, s.version
                        """)
                .bind("student", day.student().value())
                .bind("day", day.day().toString())
                .map((row, context) -> {
                    Instant at = instant(row, "at");
                    String reason = row.getString("reason");
                    return new Entry(
                            Kind.TASK,
                            at,
                            at,
                            row.getString("school_id"),
                            "Call task " + row.getString("what") + (reason == null ? "" : " (" + reason + ")"),
                            "It is now " + row.getString("state") + ".",
                            row.getString("by_whom"),
                            InCodes.of(new InCodes.Task(row.getString("what"), row.getString("state"), reason)));
                })
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
