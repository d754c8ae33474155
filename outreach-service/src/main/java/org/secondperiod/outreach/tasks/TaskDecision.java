package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a conclusion.
 *
 * @param change what becomes of the task
 * @param heldSince since when the student has been held without a break, to be stored with the conclusion; null if not held
 * @param holdIsWith who has to clear up the hold; null if not held
 * @param lookAgainAt when time alone may change this decision; null if never. Look again at this or the conclusion's own
 *     time, whichever comes first
 */
public record TaskDecision(
        TaskChange change,
        @Nullable Instant heldSince,
        @Nullable HoldIsWith holdIsWith,
        @Nullable Instant lookAgainAt) {

    /** Who has to clear up a hold. */
    public enum HoldIsWith {
        LEAD,
        PRINCIPAL,
        DISTRICT
    }
}
