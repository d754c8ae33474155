package org.secondperiod.entry.readers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader with what was heard from it.
 *
 * @param lastHeard when we last heard from it, by our clock; none before the first time
 * @param queued how many scans its latest heartbeat said still wait in it
 * @param restartedAt when it began to count anew, by its own clock; none if it never did
 * @param missing how many sequence numbers between the first and the last known one never came
 * @param gaps those numbers as ranges, at most the first 20
 * @param refusals requests in its name that were refused, none where there never was one
 */
public record ReaderStatus(
        Reader reader,
        @Nullable Instant lastHeard,
        @Nullable Instant heartbeatAt,
        @Nullable Integer queued,
        @Nullable Long lastSequence,
        @Nullable Instant restartedAt,
        long missing,
        List<Gap> gaps,
        @Nullable Refusals refusals) {

    /** Whether its latest heartbeat named a time that had not come when we heard it. */
    public boolean isAhead() {
        return heartbeatAt != null && lastHeard != null && heartbeatAt.isAfter(lastHeard.plus(Heartbeat.TOLERANCE));
    }

    /** Sequence numbers that never came, both inclusive. */
    public record Gap(long from, long to) {}
}
