package org.secondperiod.reporting.tallies;

import org.secondperiod.reporting.arithmetic.Band;

/** What is tallied of each day. */
public enum Measure {
    /** Students whose first day of the year it is. */
    ENROLLED(0),
    /** Students for whom the day counts. */
    COUNTED(1),
    /** Half days absent. */
    ABSENT(2),
    /** By how many grew those with days, but fewer than the minimum. */
    LEFT_OUT(3),
    SATISFACTORY(4),
    AT_RISK(5),
    CHRONIC(6),
    SEVERE(7);

    static final int ALL = 8;

    private final int index;

    Measure(int index) {
        this.index = index;
    }

    /** Where it stands among the measures of a day. */
    int index() {
        return index;
    }

    static Measure of(Band band) {
        return switch (band) {
            case SATISFACTORY -> SATISFACTORY;
            case AT_RISK -> AT_RISK;
            case CHRONIC -> CHRONIC;
            case SEVERELY_CHRONIC -> SEVERE;
        };
    }
}
