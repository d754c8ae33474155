package org.secondperiod.local.doctor;

/**
 * One thing that was looked at.
 *
 * @param about what was looked at
 * @param saw what was seen
 * @param mend what to do; empty when nothing is to be done
 */
public record Finding(Level level, String about, String saw, String mend) {

    /**
     * {@code FAULT}: something does not work. {@code NOTICE}: it works, and somebody should look. {@code LEFT_OUT}: it was not looked
     * at, and what was seen says why.
     */
    public enum Level {
        GOOD,
        LEFT_OUT,
        NOTICE,
        FAULT
    }

    static Finding good(String about, String saw) {
        return new Finding(Level.GOOD, about, saw, "");
    }

    static Finding leftOut(String about, String why) {
        return new Finding(Level.LEFT_OUT, about, why, "");
    }

    static Finding notice(String about, String saw, String mend) {
        return new Finding(Level.NOTICE, about, saw, mend);
    }

    static Finding fault(String about, String saw, String mend) {
        return new Finding(Level.FAULT, about, saw, mend);
    }
}
