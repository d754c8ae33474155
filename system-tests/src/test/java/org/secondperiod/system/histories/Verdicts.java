package org.secondperiod.system.histories;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.oracle.Verdict;
import org.secondperiod.outreach.whereabouts.Conclusion;

/** From what the system keeps to what the oracle says. */
final class Verdicts {

    private Verdicts() {}

    static Verdict of(
            Conclusion conclusion,
            @Nullable Instant heldSince,
            @Nullable String heldWith,
            @Nullable String task,
            boolean weak,
            @Nullable String ended) {
        return new Verdict(
                conclusion.rule(),
                conclusion.state().name(),
                conclusion.reason(),
                conclusion.scanAt(),
                conclusion.leftAt(),
                conclusion.cutOff(),
                heldSince,
                heldWith,
                task,
                "OPEN".equals(task) ? weak : null,
                ended);
    }
}
