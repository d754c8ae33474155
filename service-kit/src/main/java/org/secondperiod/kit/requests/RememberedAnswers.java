package org.secondperiod.kit.requests;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** What {@link IdempotentRequests} keeps of the answers that it gave. */
@ApplicationScoped
public class RememberedAnswers {

    /** Empties those that tell of this student. Their keys stay: a request that is sent again takes no effect. */
    public void forget(Handle tx, String studentId) {
        tx.createUpdate("""
                        UPDATE idempotency_key SET response = NULL, response_sealed = NULL, students = '{}'
                         WHERE students IS NULL OR students @> ARRAY[CAST(:student AS text)]""").bind("student", studentId).execute();
    }
}
