package org.secondperiod.ingest.schools.api;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.schools.CalendarDay;
import org.secondperiod.ingest.schools.SchoolProblems;

/** A calendar as it is sent and shown. */
@Schema(name = "Calendar", description = "A date that is not named, or has no day type, is not a school day.")
record CalendarBody(
        @Schema(required = true, description = "At most 800.")
        List<Day> days) {

    @Schema(name = "CalendarDay")
    record Day(
            @Schema(required = true, examples = "2026-10-14")
            LocalDate date,

            @Schema(examples = "regular", description = "A day type that has a bell schedule by then; null: no school.")
            @Nullable
            String dayType,

            @Schema(examples = "Columbus Day") @Nullable String note) {

        static Day of(CalendarDay day) {
            return new Day(day.date(), day.dayType(), day.note());
        }

        CalendarDay day() {
            return new CalendarDay(date, dayType, note);
        }
    }

    static CalendarBody of(List<CalendarDay> days) {
        return new CalendarBody(days.stream().map(Day::of).toList());
    }

    List<CalendarDay> calendar() {
        if (days == null || days.contains(null)) {
            throw SchoolProblems.missing("days");
        }
        return days.stream().map(Day::day).toList();
    }
}
