package org.secondperiod.outreach.tasks.db;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * One lock per caller, until the transaction ends: of two requests of one caller for a task, the second sees what the first
 * was given. Taken before any other lock.
 */
@ApplicationScoped
public class CallerLocks {

    /** Waits until no other request of this caller is at work. */
    public void oneAtATime(Handle tx, String caller) {
        tx.createQuery("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:caller, 3)) AS text)")
                .bind("caller", caller)
                .mapTo(String.class)
                .one();
    }
}
