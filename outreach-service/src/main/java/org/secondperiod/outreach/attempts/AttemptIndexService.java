package org.secondperiod.outreach.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.outreach.attempts.db.DialledStore;

/** Makes the entries of dialled numbers anew after a change of the index key, so that a number's health is not forgotten. */
@ApplicationScoped
public class AttemptIndexService {

    private static final int CHUNK = 500;

    private final Jdbi jdbi;
    private final DialledStore store;

    AttemptIndexService(Jdbi jdbi, DialledStore store) {
        this.jdbi = jdbi;
        this.store = store;
    }

    /** Until there is nothing more to do; as the system. */
    public void complete() {
        String after = "";
        do {
            String from = after;
            after = jdbi.inTransaction(tx -> store.index(tx, from, CHUNK));
        } while (!after.isEmpty());
    }
}
