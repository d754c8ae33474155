package org.secondperiod.reporting.years;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.secondperiod.reporting.arithmetic.DailyStatus;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.StatusRule;
import org.secondperiod.reporting.arithmetic.Strip;
import org.secondperiod.reporting.roster.CalendarStrip;
import org.secondperiod.reporting.roster.Enrolled;

/**
 * A school in a year: its dates, and how it reads marks.
 *
 * @param trigger the school's trigger period
 */
record SchoolInYear(SchoolYear year, SchoolDays days, String trigger, StatusRule rule) {

    static SchoolInYear unknown(SchoolYear year, StatusRule rule) {
        return new SchoolInYear(year, SchoolDays.NONE, "", rule);
    }

    /** The strip of marks, where the marks of these days are these and those of other days as before. */
    String reread(String strip, Map<LocalDate, Map<String, MarkKind>> marks, List<Enrolled> enrolments) {
        String read = strip;
        for (var day : marks.entrySet()) {
            int index = year.index(day.getKey());
            String firstPeriod = enrolments.stream()
                    .filter(one -> one.span().holds(day.getKey()) && one.firstPeriod() != null)
                    .map(Enrolled::firstPeriod)
                    .findFirst()
                    .orElse(trigger);
            read = Strip.with(
                    read,
                    index,
                    unlessPresent(DailyStatus.letter(
                            day.getValue(), rule, firstPeriod, CalendarStrip.periods(days.calendar(), index))));
        }
        return read;
    }

    /** A mark of presence says no more than no mark. */
    private static char unlessPresent(char letter) {
        return letter == DayStatus.PRESENT.letter() ? Strip.NOTHING : letter;
    }

    /** The strip of all marks. */
    String read(Map<LocalDate, Map<String, MarkKind>> marks, List<Enrolled> enrolments) {
        return reread("", marks, enrolments);
    }
}
