package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A student's attendance so far, as reporting computes it: the latest wins by version. Days are counted in half days, so
 * that nothing is rounded. It is the student's school year in the whole district, over all schools.
 *
 * @param schoolId the school of the last day counted; of two on that day the first by id
 * @param asOf the last school day counted
 * @param band none while fewer days count than the minimum enrolment, 10 where nothing else is configured
 * @param absencesLeftHalfDays how many more the student may have and still end the year below chronic; none before a
 *     calendar is known
 * @param canEndBelowChronic false: the year ends chronic even without another absence, and {@code absencesLeftHalfDays} is 0
 *     because none can be saved; given whenever that is
 * @param consecutiveDaysAbsent days absent in a row up to {@code asOf}, closing over weekends and holidays
 * @param lastTwentyDays one letter per counted school day, oldest first: P present, A absent, H half a day, L late
 */
public record StandingChanged(
        String eventId,
        String studentId,
        @Nullable String schoolId,
        LocalDate asOf,
        int enrolledHalfDays,
        int absentHalfDays,
        @Nullable Band band,
        @Nullable Integer absencesLeftHalfDays,
        @Nullable Boolean canEndBelowChronic,
        int consecutiveDaysAbsent,
        String lastTwentyDays,
        long version,
        Instant recordedAt)
        implements Event {

    /** Names, never tier numbers: vendors' numbers contradict each other. */
    public enum Band {
        SATISFACTORY,
        /** Absent at least a twentieth of the days. */
        AT_RISK,
        /** Absent at least a tenth of the days: exactly 10.00% is chronic. */
        CHRONIC,
        /** Absent at least a fifth of the days. */
        SEVERELY_CHRONIC
    }
}
