package org.secondperiod.reporting.arithmetic;

import java.util.BitSet;

/**
 * A student's days at a school that are no longer what they were: what was added up of them is to be added up again.
 *
 * @param was a strip of the days that counted
 * @param is a strip of the days that count now
 */
public record ChangedDays(String was, String is) {

    /** Dates of which one strip says an absence, all day or for half of it, and the other one something else. */
    public BitSet absences() {
        BitSet dates = new BitSet();
        for (int index = 0; index < length(); index++) {
            char before = Strip.at(was, index);
            char now = Strip.at(is, index);
            if (before != now && (isAbsence(before) || isAbsence(now))) {
                dates.set(index);
            }
        }
        return dates;
    }

    /** Dates whose next day that counts may be another one, or another day, than before. */
    public BitSet beforeThem() {
        BitSet dates = new BitSet();
        int since = 0;
        for (int index = 0; index < length(); index++) {
            char before = Strip.at(was, index);
            char now = Strip.at(is, index);
            if (before != now) {
                dates.set(since, index);
            }
            if (before != Strip.NOTHING && now != Strip.NOTHING) {
                since = index;
            }
        }
        return dates;
    }

    private int length() {
        return Math.max(was.length(), is.length());
    }

    private static boolean isAbsence(char letter) {
        return letter != Strip.NOTHING && DayStatus.of(letter).absentHalfDays() > 0;
    }
}
