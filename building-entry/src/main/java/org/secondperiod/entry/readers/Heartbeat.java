package org.secondperiod.entry.readers;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader says that it is there.
 *
 * @param at by the reader's clock
 * @param queued how many scans still wait in the reader
 * @param lastSequence the number of its latest scan, where it numbers them
 */
public record Heartbeat(Instant at, int queued, @Nullable Long lastSequence) {

    /** How far ahead of ours a reader's clock may be before that is told. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    /** Whether a clock that says so can be a reader's: at most 30 days behind ours and a day ahead of it. */
    boolean isCredible(Instant now) {
        return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(FURTHEST_AHEAD));
    }
}
