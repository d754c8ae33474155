package org.secondperiod.outreach.standing;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;

/**
 * A student's school year so far, in half days, over all schools of the district.
 *
 * @param asOf the last school day counted
 * @param leftHalfDays how many more absences the year may have and still end below chronic; null while nobody knows
 * @param canEndBelowChronic false where the year ends chronic whatever comes
 * @param inARow days absent in a row up to {@code asOf}
 * @param lastTwentyDays oldest first: P present, A absent, H half a day, L late
 */
public record Standing(
        StudentId student,
        LocalDate asOf,
        int enrolledHalfDays,
        int absentHalfDays,
        @Nullable Integer leftHalfDays,
        boolean canEndBelowChronic,
        int inARow,
        String lastTwentyDays,
        long version) {

    /** Whether it speaks of the school year that the day lies in: one from before the summer says nothing of this year. */
    public boolean isOfTheYearOf(LocalDate day, MonthDay yearEnds) {
        LocalDate end = yearEnds.atYear(day.getYear());
        LocalDate lastEnd = day.isAfter(end) ? end : yearEnds.atYear(day.getYear() - 1);
        return asOf.isAfter(lastEnd);
    }

    /** The strip of the days before this one: what is told of a student today is measured by what was before. */
    public String daysBefore(LocalDate day) {
        return asOf.isBefore(day) || lastTwentyDays.isEmpty()
                ? lastTwentyDays
                : lastTwentyDays.substring(0, lastTwentyDays.length() - 1);
    }
}
