package org.secondperiod.outreach.legalholds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold, of a student or of a school.
 *
 * @param lifted none while it is in force
 */
public record LegalHold(
        String holdId,
        @Nullable String studentId,
        @Nullable String schoolId,
        Ordered placed,
        @Nullable Ordered lifted) {

    /** Who did it when, and why. */
    public record Ordered(String by, Instant at, String why) {}

    public boolean isLifted() {
        return lifted != null;
    }

    /** Counts its changes: it is placed, and may be lifted. */
    public long version() {
        return isLifted() ? 2 : 1;
    }

    /** When it became what it is. */
    public Instant changedAt() {
        return lifted == null ? placed.at() : lifted.at();
    }

    /** The hold, lifted. */
    public LegalHold lift(Ordered ordered) {
        return new LegalHold(holdId, studentId, schoolId, placed, ordered);
    }
}
