package org.secondperiod.outreach.attempts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** What is asked of attempts for many students at once, where conclusions change. */
@ApplicationScoped
public class AttemptBatchStore {

    private static final String LAST_TOLD = """
            SELECT k.school_day AS asked_day, a.* FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                AS k(student_id, school_id, school_day)
            CROSS JOIN LATERAL (SELECT * FROM call_attempt c
                WHERE c.student_id = k.student_id AND c.school_id = k.school_id AND c.school_day <= k.school_day
                    AND c.result IS NOT NULL AND c.undone_at IS NULL
                ORDER BY c.started_at DESC LIMIT 1) AS a
            """;

    private final SealedText texts;

    AttemptBatchStore(SealedText texts) {
        this.texts = texts;
    }

    /** The latest that was said about each of these students at the school, on that day or before. */
    public Map<StudentAtSchool, Attempt> lastTold(Handle tx, Collection<StudentAtSchool> of) {
        var query = tx.createQuery(LAST_TOLD);
        Columns.bind(query, "students", of, StudentAtSchool::student);
        Columns.bind(query, "schools", of, StudentAtSchool::school);
        Columns.bind(query, "days", of, StudentAtSchool::day);
        Map<StudentAtSchool, Attempt> told = new HashMap<>();
        Map<String, StudentAtSchool> asked = new HashMap<>();
        of.forEach(each -> asked.put(each.student() + "|" + each.school() + "|" + each.day(), each));
        query.map((row, context) -> {
                    Attempt attempt = AttemptRows.attempt(row, texts);
                    String key =
                            attempt.of().student() + "|" + attempt.of().school() + "|" + row.getString("asked_day");
                    return Map.entry(asked.get(key), attempt);
                })
                .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        return told;
    }

    /**
     * Calls of these tasks that were made when the student was here already, and are not known to be in error, locked.
     *
     * @param hereSince of each task, since when the student is known to have been here
     */
    public List<Attempt> lockMadeInError(Handle tx, Map<String, Instant> hereSince) {
        var query = tx.createQuery("""
                SELECT a.* FROM unnest(CAST(:tasks AS text[]), CAST(:since AS timestamptz[])) AS k(task_id, since)
                JOIN call_attempt a ON a.task_id = k.task_id AND a.started_at >= k.since
                WHERE a.channel = 'OUTGOING_CALL' AND a.undone_at IS NULL AND a.error_cause IS NULL
                ORDER BY a.attempt_id FOR UPDATE OF a
                """);
        Columns.bind(query, "tasks", hereSince.keySet());
        Columns.bind(query, "since", hereSince.keySet(), hereSince::get);
        return query.map((row, context) -> AttemptRows.attempt(row, texts)).list();
    }

    /** Calls of these tasks of which it was found by itself that they were in error, locked. */
    public List<Attempt> lockFoundInError(Handle tx, Collection<String> taskIds) {
        var query = tx.createQuery("""
                SELECT * FROM call_attempt WHERE task_id = ANY (:tasks) AND error_cause IS NOT NULL AND error_by IS NULL
                ORDER BY attempt_id FOR UPDATE
                """);
        Columns.bind(query, "tasks", taskIds);
        return query.map((row, context) -> AttemptRows.attempt(row, texts)).list();
    }
}
