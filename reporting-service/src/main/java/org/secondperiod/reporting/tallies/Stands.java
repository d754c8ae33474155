package org.secondperiod.reporting.tallies;

import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;

/** How a student stands on a date: in a band, or in none and why. From better to worse. */
public enum Stands {
    /** Not enrolled yet in the school year. */
    NOT_HERE,
    /** Enrolled, and no day counts. */
    NO_DAY_COUNTS,
    BELOW_MINIMUM_ENROLMENT,
    SATISFACTORY,
    AT_RISK,
    CHRONIC,
    SEVERELY_CHRONIC;

    static Stands of(Count count, int minimumDays) {
        if (count.enrolledHalfDays() == 0) {
            return NO_DAY_COUNTS;
        }
        if (!count.reaches(minimumDays)) {
            return BELOW_MINIMUM_ENROLMENT;
        }
        return switch (Band.of(count)) {
            case SATISFACTORY -> SATISFACTORY;
            case AT_RISK -> AT_RISK;
            case CHRONIC -> CHRONIC;
            case SEVERELY_CHRONIC -> SEVERELY_CHRONIC;
        };
    }

    /** Whether it is a band. */
    public boolean isBand() {
        return compareTo(SATISFACTORY) >= 0;
    }
}
