package org.secondperiod.kit.records;

import java.time.LocalDate;
import java.time.MonthDay;

/** How long records are kept. */
public sealed interface Keep {

    /** To the end of the school year that follows the record's own. */
    String FOLLOWING_SCHOOL_YEAR = "following-school-year";

    /** What is being decided on today, in whatever zone, is never purged. */
    int FEWEST_DAYS = 2;

    /** The first day of which everything is kept; what is of an earlier one is purged. */
    LocalDate firstKept(LocalDate today);

    /** So many days. */
    record Days(int days) implements Keep {

        public Days {
            if (days < FEWEST_DAYS) {
                throw new IllegalArgumentException(
                        "records are kept for at least %d days, not %d".formatted(FEWEST_DAYS, days));
            }
        }

        @Override
        public LocalDate firstKept(LocalDate today) {
            return today.minusDays(days);
        }

        @Override
        public String toString() {
            return String.valueOf(days);
        }
    }

    /**
     * To the end of the following school year.
     *
     * @param ends the last day of a school year
     */
    record FollowingSchoolYear(MonthDay ends) implements Keep {

        @Override
        public LocalDate firstKept(LocalDate today) {
            LocalDate end = ends.atYear(today.getYear());
            LocalDate endOfThis = end.isBefore(today) ? ends.atYear(today.getYear() + 1) : end;
            return ends.atYear(endOfThis.getYear() - 2).plusDays(1);
        }

        @Override
        public String toString() {
            return FOLLOWING_SCHOOL_YEAR;
        }
    }

    /**
     * As configuration says it: a number of days, or {@value #FOLLOWING_SCHOOL_YEAR}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Keep of(String text, MonthDay schoolYearEnds) {
        if (text.equals(FOLLOWING_SCHOOL_YEAR)) {
            return new FollowingSchoolYear(schoolYearEnds);
        }
        try {
            return new Days(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "records are kept for a number of days, or " + FOLLOWING_SCHOOL_YEAR + ", not " + text, e);
        }
    }
}
