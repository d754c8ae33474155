package org.secondperiod.outreach.tasks.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The call tasks. */
@ApplicationScoped
public class TaskStore {

    private static final String UPSERT = """
            INSERT INTO call_task (task_id, student_id, school_id, school_day, state, weak_evidence, attempted, claimed_by,
                lease_until, ended, arrived_at, flag, safety, opened_at, call_again_at, call_again_agreed, expected_by,
                household_reached_at, version)
            SELECT * FROM unnest(CAST(:ids AS text[]), CAST(:students AS text[]), CAST(:schools AS text[]),
                CAST(:days AS date[]), CAST(:states AS text[]), CAST(:weak AS boolean[]), CAST(:attempted AS boolean[]),
                CAST(:claimedBy AS text[]), CAST(:leases AS timestamptz[]), CAST(:ended AS text[]),
                CAST(:arrived AS timestamptz[]), CAST(:flags AS text[]), CAST(:safety AS boolean[]),
                CAST(:opened AS timestamptz[]), CAST(:again AS timestamptz[]), CAST(:agreed AS boolean[]),
                CAST(:expected AS timestamptz[]), CAST(:reached AS timestamptz[]), CAST(:versions AS bigint[]))
            ON CONFLICT (task_id) DO UPDATE SET state = excluded.state, weak_evidence = excluded.weak_evidence,
                attempted = excluded.attempted, claimed_by = excluded.claimed_by, lease_until = excluded.lease_until,
                ended = excluded.ended, arrived_at = excluded.arrived_at, flag = excluded.flag, safety = excluded.safety,
                call_again_at = excluded.call_again_at, call_again_agreed = excluded.call_again_agreed,
                expected_by = excluded.expected_by, household_reached_at = excluded.household_reached_at,
                version = excluded.version
            """;

    private static final String STEPS = """
            INSERT INTO call_task_step (task_id, version, state, what, reason, by_whom, at)
            SELECT * FROM unnest(CAST(:ids AS text[]), CAST(:versions AS bigint[]), CAST(:states AS text[]),
                CAST(:whats AS text[]), CAST(:reasons AS text[]), CAST(:by AS text[]), CAST(:at AS timestamptz[]))
            """;

    /** The tasks of these; locked already by the lock on whereabouts. */
    public Map<StudentAtSchool, StoredTask> load(Handle tx, Collection<StudentAtSchool> keys) {
        var query = tx.createQuery("""
                SELECT t.* FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                    AS k(student_id, school_id, school_day)
                JOIN call_task t
                    ON t.student_id = k.student_id AND t.school_id = k.school_id AND t.school_day = k.school_day
                """);
        Columns.bind(query, "students", keys, StudentAtSchool::student);
        Columns.bind(query, "schools", keys, StudentAtSchool::school);
        Columns.bind(query, "days", keys, StudentAtSchool::day);
        Map<StudentAtSchool, StoredTask> tasks = new HashMap<>();
        query.map((row, context) -> TaskRows.task(row)).forEach(task -> tasks.put(task.of(), task));
        return tasks;
    }

    /** One task. */
    public Optional<StoredTask> byId(Handle tx, String taskId) {
        return tx.createQuery("SELECT * FROM call_task WHERE task_id = :id")
                .bind("id", taskId)
                .map((row, context) -> TaskRows.task(row))
                .findOne();
    }

    /** These tasks. */
    public List<StoredTask> byIds(Handle tx, Set<String> taskIds) {
        var query = tx.createQuery("SELECT * FROM call_task WHERE task_id = ANY (:ids) ORDER BY task_id");
        return Columns.bind(query, "ids", taskIds)
                .map((row, context) -> TaskRows.task(row))
                .list();
    }

    /** Keeps steps, in order, and each task as its last step left it. */
    public void keep(Handle tx, List<TaskStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Map<String, StoredTask> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step.after().taskId(), step.after()));
        upsert(tx, new ArrayList<>(last.values()));
        var insert = tx.createUpdate(STEPS);
        Columns.bind(insert, "ids", steps, step -> step.after().taskId());
        Columns.bind(insert, "versions", steps, step -> step.after().version());
        Columns.bind(insert, "states", steps, step -> step.after().task().state());
        Columns.bind(insert, "whats", steps, TaskStep::what);
        Columns.bind(insert, "reasons", steps, TaskStep::reason);
        Columns.bind(insert, "by", steps, TaskStep::by);
        Columns.bind(insert, "at", steps, TaskStep::at);
        insert.execute();
    }

    private static void upsert(Handle tx, List<StoredTask> tasks) {
        var upsert = tx.createUpdate(UPSERT);
        Columns.bind(upsert, "ids", tasks, StoredTask::taskId);
        Columns.bind(upsert, "students", tasks, task -> task.of().student());
        Columns.bind(upsert, "schools", tasks, task -> task.of().school());
        Columns.bind(upsert, "days", tasks, task -> task.of().day());
        Columns.bind(upsert, "states", tasks, task -> task.task().state());
        Columns.bind(upsert, "weak", tasks, task -> task.task().weakEvidence());
        Columns.bind(upsert, "attempted", tasks, task -> task.task().attempted());
        Columns.bind(upsert, "claimedBy", tasks, StoredTask::claimedBy);
        Columns.bind(upsert, "leases", tasks, task -> task.task().leaseUntil());
        Columns.bind(upsert, "ended", tasks, task -> task.task().ended());
        Columns.bind(upsert, "arrived", tasks, task -> task.task().arrivedAt());
        Columns.bind(upsert, "flags", tasks, task -> task.task().flag());
        Columns.bind(upsert, "safety", tasks, StoredTask::safety);
        Columns.bind(upsert, "opened", tasks, StoredTask::openedAt);
        Columns.bind(upsert, "again", tasks, task -> task.outlook().callAgainAt());
        Columns.bind(upsert, "agreed", tasks, task -> task.outlook().agreed());
        Columns.bind(upsert, "expected", tasks, task -> task.outlook().expectedBy());
        Columns.bind(upsert, "reached", tasks, task -> task.outlook().householdReachedAt());
        Columns.bind(upsert, "versions", tasks, StoredTask::version);
        upsert.execute();
    }
}
