package org.secondperiod.reporting.arithmetic;

/** How a student stands, by name; never by number, and never told to families. Excused and unexcused absences count alike. */
public enum Band {
    SATISFACTORY,
    AT_RISK,
    CHRONIC,
    SEVERELY_CHRONIC;

    private static final int SEVERE = 5;
    private static final int TENTH = 10;
    private static final int RISK = 20;

    /** The band of at least one day; in whole half days, so that exactly 10.00% is chronic and 9.99% is not. */
    public static Band of(Count count) {
        if (isAtLeastOneIn(SEVERE, count)) {
            return SEVERELY_CHRONIC;
        }
        if (isAtLeastOneIn(TENTH, count)) {
            return CHRONIC;
        }
        return isAtLeastOneIn(RISK, count) ? AT_RISK : SATISFACTORY;
    }

    private static boolean isAtLeastOneIn(int parts, Count count) {
        return parts * count.absentHalfDays() >= count.enrolledHalfDays();
    }

    public boolean isChronic() {
        return this == CHRONIC || this == SEVERELY_CHRONIC;
    }
}
