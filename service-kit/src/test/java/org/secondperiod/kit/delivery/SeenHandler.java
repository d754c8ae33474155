package org.secondperiod.kit.delivery;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Topics;

/** Counts in the database how often each mark took effect: anything but 1 is a fault of the delivery. */
@Singleton
class SeenHandler implements BatchHandler {

    static final String POISON = "poison";

    final AtomicBoolean databaseIsDown = new AtomicBoolean();
    final AtomicBoolean understandsPoison = new AtomicBoolean();

    @Override
    public void handle(Handle tx, List<Received> batch) {
        for (var record : batch) {
            var mark = record.event(Topics.MARKS);
            if (mark.code().equals(POISON) && !understandsPoison.get()) {
                throw new BadEvent("poison");
            }
            tx.execute(
                    "INSERT INTO seen (event_id) VALUES (?) ON CONFLICT (event_id) DO UPDATE SET times = seen.times + 1",
                    mark.eventId());
        }
        if (databaseIsDown.get()) {
            // Only the role that signed in may end its connection.
            tx.execute("SET LOCAL ROLE NONE");
            tx.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }
    }
}
