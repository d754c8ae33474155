package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A student's attendance so far, as reporting computes it: the latest wins by version. Days are counted in half days, so
 * that nothing is rounded.
 *
 * @param asOf the last school day counted
 * @param absencesLeftHalfDays how many more the student may have and still end the year below chronic; none before a
 *     calendar is known
 * @param consecutiveDaysAbsent days absent in a row up to {@code asOf}, closing over weekends and holidays
 * @param lastTwentyDays one letter per counted school day, oldest first: P present, A absent, H half a day, L late
 */
public record StandingChanged(
        String eventId,
        String studentId,
        LocalDate asOf,
        int enrolledHalfDays,
        int absentHalfDays,
        @Nullable Integer absencesLeftHalfDays,
        int consecutiveDaysAbsent,
        String lastTwentyDays,
        long version,
        Instant recordedAt)
        implements Event {}
