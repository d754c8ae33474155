package org.secondperiod.kit.time;

import java.time.Clock;
import java.time.Instant;

/**
 * The machine's own clock, by which tokens, grants, keys and signatures begin and end: who may come in is not a matter of a
 * simulated day.
 */
public final class MachineClock {

    private MachineClock() {}

    /** The moment, truncated to milliseconds. */
    public static Instant now() {
        return Times.now(Clock.systemUTC());
    }
}
