package org.secondperiod.outreach.sharing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.StoredTask;

/** To whom calls are shared out. */
@ApplicationScoped
public class AssignmentStore {

    private static final String UPSERT = """
            INSERT INTO call_task_assignment (task_id, student_id, school_id, school_day, caller, assigned_by, assigned_at, version)
            SELECT n.*, :by, CAST(:at AS timestamptz), 1 FROM unnest(CAST(:ids AS text[]), CAST(:students AS text[]),
                CAST(:schools AS text[]), CAST(:days AS date[]), CAST(:callers AS text[])) AS n(id) ORDER BY n.id
            ON CONFLICT (task_id) DO UPDATE SET caller = excluded.caller, assigned_by = excluded.assigned_by,
                assigned_at = excluded.assigned_at, version = call_task_assignment.version + 1
            WHERE call_task_assignment.caller IS DISTINCT FROM excluded.caller
            """;

    /** A call that waits, and what is known of who should make it. */
    public record Waiting(
            String taskId, StudentId student, @Nullable String lastReachedBy, String household) {}

    /** Shares tasks out; to null: to anybody again. */
    public void put(
            Handle tx, Collection<StoredTask> tasks, Map<String, @Nullable String> callers, String by, Instant at) {
        if (tasks.isEmpty()) {
            return;
        }
        var upsert = tx.createUpdate(UPSERT);
        Columns.bind(upsert, "ids", tasks, StoredTask::taskId);
        Columns.bind(upsert, "students", tasks, task -> task.of().student());
        Columns.bind(upsert, "schools", tasks, task -> task.of().school());
        Columns.bind(upsert, "days", tasks, task -> task.of().day());
        Columns.bind(upsert, "callers", tasks, task -> callers.get(task.taskId()));
        upsert.bind("by", by).bind("at", at.toString()).execute();
    }

    /** The tasks that are shared out to this caller and are not over. */
    public List<String> of(Handle handle, SchoolOnDay of, String caller) {
        return handle.createQuery("""
                        SELECT a.task_id FROM call_task_assignment a JOIN call_task t ON t.task_id = a.task_id
                        WHERE a.caller = :caller AND a.school_id = :school AND a.school_day = CAST(:day AS date)
                            AND t.state IN ('OPEN', 'CLAIMED', 'AWAITING_ARRIVAL') ORDER BY a.task_id
                        """)
                .bind("caller", caller)
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .mapTo(String.class)
                .list();
    }

    /** The calls of a school's day that wait, in the order of bands; of a household the least id of those who wait there stands for all. */
    public List<Waiting> waiting(Handle handle, SchoolOnDay of) {
        return handle.createQuery("""
                        SELECT t.task_id, t.student_id, last.called_by,
                            least(t.student_id, (SELECT min(h.other_id COLLATE "C") FROM household_of(t.student_id) AS h(other_id)
                                JOIN call_task o ON o.student_id = h.other_id AND o.school_id = t.school_id
                                    AND o.school_day = t.school_day AND o.state = 'OPEN')) AS household
                        FROM call_task t LEFT JOIN call_task_rank r ON r.task_id = t.task_id
                        LEFT JOIN LATERAL (
                            SELECT c.called_by FROM call_attempt c WHERE c.student_id = t.student_id AND c.undone_at IS NULL
                                AND c.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')
                            ORDER BY c.started_at DESC LIMIT 1) AS last ON true
                        WHERE t.school_id = :school AND t.school_day = CAST(:day AS date) AND t.state = 'OPEN'
                        ORDER BY coalesce(r.band, 4), t.opened_at, t.task_id
                        """)
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .map((row, context) -> new Waiting(
                        row.getString("task_id"),
                        new StudentId(row.getString("student_id")),
                        row.getString("called_by"),
                        row.getString("household")))
                .list();
    }
}
