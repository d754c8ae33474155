package org.secondperiod.outreach.priority;

import org.jspecify.annotations.Nullable;

/**
 * A task's band.
 *
 * @param reason why it is in it; null of a task that has no band yet, or had one before reasons had codes
 * @param why the same in an English sentence that names nobody; empty of a task that has no band yet
 */
public record Ranked(Band band, @Nullable BandReason reason, String why) {

    static Ranked of(Band band, BandReason reason) {
        return new Ranked(band, reason, reason.inEnglish());
    }
}
