package org.secondperiod.ingest.quarantine;

import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.Waiting.FactKind;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Runs one kind of fact again. */
public interface Reviver {

    /** Which kind. */
    FactKind fact();

    /** Why the fact cannot go on, as things are now; nothing if it can. */
    @Nullable WaitingReason obstacle(Waiting waiting);

    /** The event it becomes; only for one without an obstacle. */
    OutgoingEvent event(Waiting waiting);
}
