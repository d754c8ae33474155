package org.secondperiod.entry.badges;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two students claim a badge for the same time.
 *
 * @param wins the claim that decides
 * @param loses the claim that is overruled from {@code from} to {@code to}
 */
public record BadgeConflict(
        BadgeClaim wins,
        BadgeClaim loses,
        @Nullable Instant from,
        @Nullable Instant to) {}
