package org.secondperiod.entry.badges;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of what the roster says of a student's badges: all of them. */
public record RosterBadges(String studentId, long version, Instant recordedAt, List<Period> periods) {

    /** A badge and when it is the student's. */
    public record Period(
            String badge,
            @Nullable Instant validFrom,
            @Nullable Instant validTo) {}
}
