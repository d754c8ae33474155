package org.secondperiod.reporting.outreach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.facts.StudentDay;

/**
 * One version of what was concluded of a student on a day.
 *
 * @param worthKeeping somebody had to look; of others a version counts only where an earlier one is kept
 * @param hereAt since when the student is known to be here; none: is not
 */
public record Whereabouts(
        StudentDay of,
        long version,
        String state,
        @Nullable Instant cutOff,
        @Nullable Instant hereAt,
        boolean worthKeeping,
        boolean inBuilding,
        boolean heldForDoor,
        boolean heldForClass) {}
