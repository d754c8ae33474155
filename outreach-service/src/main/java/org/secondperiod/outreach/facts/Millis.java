package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times are kept to the millisecond, so that a database or a sender with fewer digits never makes a new fact. */
final class Millis {

    private Millis() {}

    static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
