package org.secondperiod.ingest.intake;

import java.util.List;
import org.secondperiod.kit.delivery.PendingPublish;

/**
 * Facts that are being taken in.
 *
 * @param pending events that the broker has not acknowledged yet
 * @param refused facts whose own id was used for other content
 */
record Taking(List<PendingPublish> pending, List<IncomingFact> refused) {

    /**
     * Waits for the broker.
     *
     * @return the refused facts
     * @throws org.secondperiod.kit.delivery.NotAcknowledged if it does not acknowledge: all facts may be sent again
     */
    List<IncomingFact> await() {
        pending.forEach(PendingPublish::await);
        return refused;
    }
}
