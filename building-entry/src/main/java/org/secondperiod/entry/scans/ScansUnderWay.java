package org.secondperiod.entry.scans;

import java.util.List;
import java.util.function.Supplier;
import org.secondperiod.kit.delivery.PendingPublish;

/**
 * Scans that are being taken.
 *
 * @param pending events that the broker has not acknowledged yet
 * @param outcome what is left to do once it has, and how each scan then ended
 */
record ScansUnderWay(List<PendingPublish> pending, Supplier<List<ScanOutcome>> outcome) {

    static ScansUnderWay done(List<ScanOutcome> outcomes) {
        return new ScansUnderWay(List.of(), () -> outcomes);
    }

    /**
     * Waits for the broker.
     *
     * @return how each ended, in their order
     * @throws org.secondperiod.kit.delivery.NotAcknowledged if it does not acknowledge: all of them may be sent again
     */
    List<ScanOutcome> await() {
        pending.forEach(PendingPublish::await);
        return outcome.get();
    }
}
