package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * One version of an absence the school already knows of. Either days or hours are given, never both.
 *
 * @param school the school it concerns; null for all of the student's schools
 * @param fromDay first day, with {@code toDay} the last one, both inclusive
 * @param fromTime start of the hours, with {@code toTime} their end, exclusive
 * @param version the source's version, 0 where it has none
 * @param withdrawn the source took it back
 */
public record KnownAbsence(
        String absenceId,
        @Nullable SchoolId school,
        AbsenceReason reason,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable Instant fromTime,
        @Nullable Instant toTime,
        long version,
        Instant recordedAt,
        String eventId,
        boolean withdrawn) {

    static final Comparator<KnownAbsence> BY_VERSION = Comparator.comparingLong(KnownAbsence::version)
            .thenComparing(KnownAbsence::recordedAt)
            .thenComparing(KnownAbsence::eventId)
            .thenComparing(KnownAbsence::toString);

    public KnownAbsence {
        boolean days = fromDay != null && toDay != null && fromTime == null && toTime == null;
        boolean hours = fromDay == null && toDay == null && fromTime != null && toTime != null;
        if (!days && !hours) {
            throw new IllegalArgumentException("a known absence is given in days or in hours");
        }
        fromTime = fromTime == null ? null : Millis.of(fromTime);
        toTime = toTime == null ? null : Millis.of(toTime);
        recordedAt = Millis.of(recordedAt);
    }

    /** Of two versions of one absence, the one that counts. */
    public static KnownAbsence latest(KnownAbsence one, KnownAbsence other) {
        return BY_VERSION.compare(one, other) >= 0 ? one : other;
    }

    /** Whether it explains being away from {@code atSchool} for all of {@code [from, to)} on {@code day}. */
    public boolean covers(SchoolId atSchool, SchoolDay day, Instant from, Instant to) {
        return !withdrawn && (school == null || school.equals(atSchool)) && (coversDay(day) || coversHours(from, to));
    }

    private boolean coversDay(SchoolDay day) {
        return fromDay != null
                && toDay != null
                && !day.date().isBefore(fromDay)
                && !day.date().isAfter(toDay);
    }

    private boolean coversHours(Instant from, Instant to) {
        return fromTime != null && toTime != null && !fromTime.isAfter(from) && !toTime.isBefore(to);
    }
}
