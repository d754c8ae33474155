package org.secondperiod.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the district orders about the records of a student or of a school: the latest wins by version.
 *
 * @param studentId whose records; absent where it is about a school
 * @param schoolId the school whose records; absent where it is about a student
 * @param ended the order no longer holds
 */
public record PrivacyOrder(
        String eventId,
        String orderId,
        Kind kind,
        @Nullable String studentId,
        @Nullable String schoolId,
        boolean ended,
        long version,
        Instant recordedAt)
        implements Event {

    /** What is ordered. */
    public enum Kind {
        /** Nothing of it is purged or erased. */
        LEGAL_HOLD,
        /** Everything of the student is erased, and nothing is taken in again. */
        ERASURE
    }
}
