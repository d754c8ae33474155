package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import java.util.Map;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Strip;

/** The calendar of a school year as a strip: on each instructional day the number of its periods. */
public final class CalendarStrip {

    private static final char NONE = '0';
    private static final int MOST = 70;

    private CalendarStrip() {}

    /** Of the dates of this year. */
    public static String of(SchoolYear year, Map<LocalDate, Integer> periods) {
        String strip = "";
        for (var day : periods.entrySet()) {
            if (year.holds(day.getKey()) && day.getValue() != SchoolTold.NO_SCHOOL) {
                strip = Strip.with(strip, year.index(day.getKey()), (char) (NONE + Math.min(day.getValue(), MOST)));
            }
        }
        return strip;
    }

    /** How many periods the day has; none where there is no school. */
    public static int periods(String strip, int index) {
        char letter = Strip.at(strip, index);
        return letter == Strip.NOTHING ? 0 : letter - NONE;
    }
}
