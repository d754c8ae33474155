package org.secondperiod.reporting.arithmetic;

import java.util.Optional;

/**
 * How many more absences a student may have and still end the year below chronic, however few days are still to come.
 *
 * @param canEndBelowChronic false: the year ends chronic even without another one
 */
public record AbsencesLeft(int halfDays, boolean canEndBelowChronic) {

    private static final int CHRONIC = 10;

    /**
     * By the end of the year.
     *
     * @param daysAhead which may still come to count
     * @return nothing where the whole year, as far as the calendar tells, is below the minimum
     */
    public static Optional<AbsencesLeft> of(Count sofar, int daysAhead, int minimumDays) {
        Count whole = new Count(sofar.enrolledHalfDays() + Count.HALVES * daysAhead, sofar.absentHalfDays());
        if (!whole.reaches(minimumDays) || whole.enrolledHalfDays() == 0) {
            return Optional.empty();
        }
        // The most that is still below: 10 * most < enrolled.
        int most = (whole.enrolledHalfDays() - 1) / CHRONIC;
        int left = most - sofar.absentHalfDays();
        return Optional.of(new AbsencesLeft(Math.max(left, 0), left >= 0));
    }
}
