package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was concluded of a student before.
 *
 * @param conclusion null where nothing was yet
 * @param since when the state, with its reason, was first reached
 * @param heldSince since when the student has been held without a break; null if not held
 * @param heldWith who has to clear up the hold; null if not held
 * @param version counts what was emitted
 * @param knownAbsent whether the student counts as known absent in the school's picture
 * @param markedAbsent whether the student counts as marked absent without explanation
 * @param lookAgainAt when it is to be looked at again; null if only news can change it
 */
public record StoredWhereabouts(
        StudentAtSchool of,
        @Nullable Conclusion conclusion,
        @Nullable Instant since,
        @Nullable Instant heldSince,
        @Nullable String heldWith,
        long version,
        boolean knownAbsent,
        boolean markedAbsent,
        @Nullable Instant lookAgainAt) {}
