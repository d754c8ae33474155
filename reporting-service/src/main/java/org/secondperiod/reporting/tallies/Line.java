package org.secondperiod.reporting.tallies;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.Strip;

/**
 * A student's year as tallies see it.
 *
 * @param first the number of the first date on which the student was enrolled; -1: on none
 * @param days a strip of the days that count
 */
public record Line(int first, String days) {

    /** Nobody. */
    public static final Line NONE = new Line(-1, "");

    /** Adds what it adds to each date, times {@code sign}; {@code into} has all measures of each date side by side. */
    void addTo(int[] into, int sign, int minimumDays) {
        if (first < 0) {
            return;
        }
        into[first * Measure.ALL + Measure.ENROLLED.index()] += sign;
        int enrolled = 0;
        int absent = 0;
        Measure stands = null;
        for (int date = 0; date < days.length(); date++) {
            char letter = days.charAt(date);
            if (letter == Strip.NOTHING) {
                continue;
            }
            int halves = DayStatus.of(letter).absentHalfDays();
            enrolled += Count.HALVES;
            absent += halves;
            int at = date * Measure.ALL;
            into[at + Measure.COUNTED.index()] += sign;
            into[at + Measure.ABSENT.index()] += sign * halves;
            Measure now = standsAt(new Count(enrolled, absent), minimumDays);
            if (now != stands) {
                move(into, at, sign, stands, now);
                stands = now;
            }
        }
    }

    /** How it stands at the end of each of these dates, which are in order. */
    List<Stands> stands(List<Integer> ends, int minimumDays) {
        List<Stands> stands = new ArrayList<>(ends.size());
        int enrolled = 0;
        int absent = 0;
        int date = 0;
        for (int end : ends) {
            for (; date <= end && date < days.length(); date++) {
                char letter = days.charAt(date);
                if (letter != Strip.NOTHING) {
                    enrolled += Count.HALVES;
                    absent += DayStatus.of(letter).absentHalfDays();
                }
            }
            stands.add(
                    first < 0 || first > end ? Stands.NOT_HERE : Stands.of(new Count(enrolled, absent), minimumDays));
        }
        return stands;
    }

    private static Measure standsAt(Count count, int minimumDays) {
        return count.reaches(minimumDays) ? Measure.of(Band.of(count)) : Measure.LEFT_OUT;
    }

    private static void move(int[] into, int at, int sign, @Nullable Measure from, Measure to) {
        if (from != null) {
            into[at + from.index()] -= sign;
        }
        into[at + to.index()] += sign;
    }
}
