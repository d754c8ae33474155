package org.secondperiod.ingest.schools.api;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.schools.CalendarDay;

/** What the calendar says of the date in the path. */
@Schema(name = "CalendarDate")
record CalendarDateBody(
        @Schema(examples = "remote", description = "Null: no school.") @Nullable
        String dayType,

        @Schema(examples = "snow") @Nullable String note) {

    static CalendarDateBody of(CalendarDay day) {
        return new CalendarDateBody(day.dayType(), day.note());
    }

    CalendarDay day(LocalDate date) {
        return new CalendarDay(date, dayType, note);
    }
}
