package org.secondperiod.kit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as this system keeps them: UTC, whole milliseconds. */
public final class Times {

    private Times() {}

    /** The clock's moment, truncated to milliseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
