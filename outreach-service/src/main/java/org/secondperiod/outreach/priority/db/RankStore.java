package org.secondperiod.outreach.priority.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.priority.Band;
import org.secondperiod.outreach.priority.BandReason;
import org.secondperiod.outreach.priority.Ranked;
import org.secondperiod.outreach.priority.SafetyFlag;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The bands. A task that has none is of the last one, with no reason told. */
@ApplicationScoped
public class RankStore {

    private static final String UPSERT = """
            INSERT INTO call_task_rank (task_id, student_id, school_id, school_day, band, why, reason)
            SELECT * FROM unnest(CAST(:ids AS text[]), CAST(:students AS text[]), CAST(:schools AS text[]),
                CAST(:days AS date[]), CAST(:bands AS smallint[]), CAST(:whys AS text[]), CAST(:reasons AS jsonb[])) AS n(id)
            ORDER BY n.id
            ON CONFLICT (task_id) DO UPDATE SET band = excluded.band, why = excluded.why, reason = excluded.reason
            WHERE (call_task_rank.band, call_task_rank.why, call_task_rank.reason)
                IS DISTINCT FROM (excluded.band, excluded.why, excluded.reason)
            """;

    /** A task and whose it is. */
    public record Of(String taskId, StudentAtSchool of, boolean safety) {}

    /** A task's band. */
    public record Row(Of task, Ranked ranked) {}

    /** Keeps bands; one per task. */
    public void put(Handle tx, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var upsert = tx.createUpdate(UPSERT);
        Columns.bind(upsert, "ids", rows, row -> row.task().taskId());
        Columns.bind(upsert, "students", rows, row -> row.task().of().student());
        Columns.bind(upsert, "schools", rows, row -> row.task().of().school());
        Columns.bind(upsert, "days", rows, row -> row.task().of().day());
        Columns.bind(upsert, "bands", rows, row -> row.ranked().band().number());
        Columns.bind(upsert, "whys", rows, row -> row.ranked().why());
        Columns.bind(
                upsert,
                "reasons",
                rows,
                row -> row.ranked().reason() == null
                        ? null
                        : StoredJson.write(row.ranked().reason()));
        upsert.execute();
    }

    /** The band of a row that has {@code band}, {@code band_reason} and {@code band_why}. */
    public static Ranked ranked(ResultSet row) throws SQLException {
        String reason = row.getString("band_reason");
        return new Ranked(
                Band.of(row.getInt("band")),
                reason == null ? null : StoredJson.read(reason, BandReason.class),
                row.getString("band_why"));
    }

    /** What calls of the day have raised about these tasks' students; of several the gravest. */
    public Map<StudentAtSchool, SafetyFlag> flags(Handle handle, Collection<Of> tasks) {
        var query = handle.createQuery("""
                SELECT DISTINCT a.student_id, a.school_id, a.school_day,
                    CASE WHEN 'GUARDIAN_NOT_AWARE' = ANY (a.flags) THEN 'GUARDIAN_NOT_AWARE'
                        WHEN 'WHEREABOUTS_NOT_KNOWN' = ANY (a.flags) THEN 'WHEREABOUTS_NOT_KNOWN'
                        ELSE 'LEFT_FOR_SCHOOL' END AS flag
                FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                    AS k(student_id, school_id, school_day)
                JOIN call_attempt a
                    ON a.student_id = k.student_id AND a.school_id = k.school_id AND a.school_day = k.school_day
                WHERE a.undone_at IS NULL AND (a.flags <> '{}' OR a.result = 'SAYS_LEFT_FOR_SCHOOL')
                """);
        Columns.bind(query, "students", tasks, task -> task.of().student());
        Columns.bind(query, "schools", tasks, task -> task.of().school());
        Columns.bind(query, "days", tasks, task -> task.of().day());
        Map<StudentAtSchool, SafetyFlag> flags = new HashMap<>();
        query.map((row, context) -> Map.entry(student(row), SafetyFlag.valueOf(row.getString("flag"))))
                .forEach(entry -> flags.merge(
                        entry.getKey(), entry.getValue(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return flags;
    }

    /** The tasks of these students that a caller may still get. */
    public List<Of> unfinished(Handle handle, Collection<StudentId> students) {
        var query = handle.createQuery("""
                SELECT t.task_id, t.student_id, t.school_id, t.school_day, t.safety
                FROM unnest(CAST(:students AS text[])) AS k(id) JOIN call_task t ON t.student_id = k.id
                WHERE t.state IN ('OPEN', 'CLAIMED', 'AWAITING_ARRIVAL')
                """);
        Columns.bind(query, "students", students);
        return query.map((row, context) -> new Of(row.getString("task_id"), student(row), row.getBoolean("safety")))
                .list();
    }

    private static StudentAtSchool student(ResultSet row) throws SQLException {
        return new StudentAtSchool(
                new StudentId(row.getString("student_id")),
                new SchoolId(row.getString("school_id")),
                SchoolDay.of(row.getObject("school_day", LocalDate.class)));
    }
}
