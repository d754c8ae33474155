package org.secondperiod.outreach.figures;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All school days of the district that are open, in numbers.
 *
 * @param schools how many schools have one
 * @param tasks call tasks by state
 * @param uncalled calls that somebody should make and nobody has tried
 * @param uncalledSince since when the oldest of them has waited that nobody holds
 * @param held students by the reason that keeps them from being decided
 * @param heldSince since when the oldest of them is held
 * @param delay in seconds, half and 99 of 100 of the latest call tasks opened within after all was known that they take; null where
 *     there were none
 */
public record Figures(
        long schools,
        Map<String, Long> tasks,
        long uncalled,
        @Nullable Instant uncalledSince,
        Map<String, Long> held,
        Map<String, Instant> heldSince,
        @Nullable Delay delay) {

    /** In seconds. */
    public record Delay(double half, double most) {}
}
