package org.secondperiod.entry.readerkeys;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's own clock, by which keys and signatures end as tokens do: whoever signs knows nothing of a simulated day. */
final class MachineClock {

    private MachineClock() {}

    static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
