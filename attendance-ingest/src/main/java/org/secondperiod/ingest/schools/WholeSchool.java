package org.secondperiod.ingest.schools;

import java.time.LocalDate;
import java.util.List;

/**
 * A school with its bells and its calendar: what goes out as one value.
 *
 * @param schedules by day type and effective date
 * @param calendar by date
 * @param version counts the changes of any of it
 */
public record WholeSchool(School school, List<BellSchedule> schedules, List<CalendarDay> calendar, long version) {

    /** Whether a bell schedule of this day type holds on the date. */
    public boolean hasBells(String dayType, LocalDate date) {
        return schedules.stream()
                .anyMatch(bells -> bells.dayType().equals(dayType)
                        && !bells.effectiveFrom().isAfter(date));
    }

    /** The same at another version. */
    public WholeSchool at(long newVersion) {
        return new WholeSchool(school, schedules, calendar, newVersion);
    }
}
