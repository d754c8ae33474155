package org.secondperiod.bench.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of school of the made year: weekdays without holidays. The first so many are history, those after them are still to come.
 *
 * @param days all of them, in order
 * @param history how many are history
 */
record SchoolDays(List<LocalDate> days, int history) {

    static final LocalDate FIRST = LocalDate.of(2026, 9, 8);

    /** When the roster was told. */
    static final LocalDate TOLD = LocalDate.of(2026, 9, 1);

    static final LocalDate YEAR_FIRST = LocalDate.of(2026, 8, 1);
    static final LocalDate YEAR_LAST = LocalDate.of(2027, 7, 31);

    /** Days that the calendar has after those that anything is told of. */
    private static final int STILL_TO_COME = 3;

    private static final List<Break> BREAKS = List.of(
            new Break(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27)),
            new Break(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1)),
            new Break(LocalDate.of(2027, 2, 15), LocalDate.of(2027, 2, 19)),
            new Break(LocalDate.of(2027, 4, 5), LocalDate.of(2027, 4, 9)));

    private record Break(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** So many days of history, and after them so many of which something will be told. */
    static SchoolDays of(int history, int streamed) {
        List<LocalDate> days = FIRST.datesUntil(YEAR_LAST)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> BREAKS.stream().noneMatch(each -> each.holds(day)))
                .limit(history + streamed + STILL_TO_COME)
                .toList();
        return new SchoolDays(days, history);
    }

    LocalDate day(int i) {
        return days.get(i);
    }

    LocalDate lastOfHistory() {
        return days.get(history - 1);
    }

    IntStream numbers() {
        return IntStream.range(0, days.size());
    }
}
