package org.secondperiod.entry.badges;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a badge was a student's for a time.
 *
 * @param validFrom inclusive, none means ever since
 * @param validTo exclusive, none means still
 */
public record BadgeClaim(
        String badge,
        Source source,
        String studentId,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {

    /** Who says so. */
    public enum Source {
        BY_HAND,
        ROSTER
    }

    boolean covers(Instant moment) {
        return (validFrom == null || !moment.isBefore(validFrom)) && (validTo == null || moment.isBefore(validTo));
    }
}
