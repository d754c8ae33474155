package org.secondperiod.entry.readers;

import java.time.Instant;
import java.util.List;

/**
 * The requests in a reader's name that were refused, since ever.
 *
 * @param reasons the latest first; never empty
 */
public record Refusals(List<Counted> reasons) {

    /**
     * How often for one reason.
     *
     * @param why the type of the problem that was answered
     * @param lastAt by our clock
     */
    public record Counted(String why, long count, Instant lastAt) {}

    public long count() {
        return reasons.stream().mapToLong(Counted::count).sum();
    }

    public Counted last() {
        return reasons.getFirst();
    }
}
