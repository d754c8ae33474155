package org.secondperiod.outreach.bridge.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.tasks.StoredTask;

/** How often the bridge has rung whom for a call task, at whichever replica. */
@ApplicationScoped
public class RingStore {

    /** Of two at once the second waits for the first, and counts its ring. */
    private static final String RING = """
            INSERT INTO bridged_ring AS r (task_id, caller, student_id, school_id, school_day, rung_at)
            VALUES (:task, :caller, :student, :school, CAST(:day AS date), ARRAY[CAST(:now AS timestamptz)])
            ON CONFLICT (task_id, caller) DO UPDATE SET rung_at = excluded.rung_at
                || ARRAY(SELECT u.at FROM unnest(r.rung_at) AS u(at) WHERE u.at > CAST(:after AS timestamptz))
            WHERE (SELECT count(*) FROM unnest(r.rung_at) AS u(at) WHERE u.at > CAST(:after AS timestamptz)) < :most
            """;

    /**
     * Counts one more ring, which holds once the transaction is committed.
     *
     * @param most how often a caller is rung for a task, at least 1
     * @param within how far back rings count
     * @return false: there were as many already, and it is not counted
     */
    public boolean ring(Handle tx, StoredTask task, String caller, int most, Duration within, Instant now) {
        return tx.createUpdate(RING)
                        .bind("task", task.taskId())
                        .bind("caller", caller)
                        .bind("student", task.of().student().value())
                        .bind("school", task.of().school().value())
                        .bind("day", task.of().day().toString())
                        .bind("now", now.toString())
                        .bind("after", now.minus(within).toString())
                        .bind("most", most)
                        .execute()
                == 1;
    }
}
