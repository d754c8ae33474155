package org.secondperiod.reporting.attendance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** What a line of a trend is of. */
public enum By {
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH,
    /** All Mondays, all Tuesdays... */
    WEEKDAY;

    /** The first date of the line that this one belongs to; of a weekday the first such date after the year 2000 began. */
    LocalDate begins(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case WEEKDAY -> LocalDate.of(2000, 1, 2).with(TemporalAdjusters.next(day.getDayOfWeek()));
        };
    }
}
