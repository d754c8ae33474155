package org.secondperiod.outreach.draw.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Where each offer stood. */
@ApplicationScoped
public class OfferStore {

    /** A task that still waits is offered. */
    public void add(Handle tx, String taskId, String caller, boolean drawn, Instant now) {
        tx.createUpdate("""
                        INSERT INTO call_task_offer (task_id, student_id, school_id, school_day, caller, band, rank, waiting, drawn,
                            offered_at)
                        SELECT t.task_id, t.student_id, t.school_id, t.school_day, :caller, coalesce(r.band, 4),
                            1 + (SELECT count(*) FROM call_task_offer o WHERE o.school_id = t.school_id
                                AND o.school_day = t.school_day AND o.band = coalesce(r.band, 4)),
                            (SELECT count(*) FROM call_task w LEFT JOIN call_task_rank wr ON wr.task_id = w.task_id
                                WHERE w.school_id = t.school_id AND w.school_day = t.school_day AND w.state = 'OPEN'
                                AND coalesce(wr.band, 4) = coalesce(r.band, 4)),
                            :drawn, :at
                        FROM call_task t LEFT JOIN call_task_rank r ON r.task_id = t.task_id WHERE t.task_id = :id
                        """)
                .bind("id", taskId)
                .bind("caller", caller)
                .bind("drawn", drawn)
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
