package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reason the school already has for a student's absence, over days or over hours. Exactly one of the two spans is given.
 *
 * @param absenceId the known absence's identity, unique in the district
 * @param schoolId the school it holds for; none means all of the student's schools
 * @param reason the coded reason
 * @param fromDay first school day covered, inclusive; goes with {@code toDay}
 * @param toDay last school day covered, inclusive
 * @param from start of the hours covered, inclusive; goes with {@code to}
 * @param to end of the hours covered, exclusive
 * @param detail the reason's detail, encrypted: medical and religious details never travel in the clear
 */
public record KnownAbsence(
        String eventId,
        String absenceId,
        String studentId,
        @Nullable String schoolId,
        Reason reason,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Encrypted detail,
        long version,
        boolean deleted,
        String source,
        Instant recordedAt)
        implements Event {

    /** Why the school already knows. */
    public enum Reason {
        TRIP,
        SUSPENSION,
        MEDICAL,
        RELIGIOUS,
        FAMILY_REPORTED,
        RELEASED,
        REMOTE
    }
}
