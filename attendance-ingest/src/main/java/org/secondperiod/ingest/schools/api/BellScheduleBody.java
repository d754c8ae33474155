package org.secondperiod.ingest.schools.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.schools.BellSchedule;
import org.secondperiod.ingest.schools.Period;
import org.secondperiod.ingest.schools.SchoolProblems;

/** A bell schedule as it is sent and shown. */
@Schema(
        name = "BellSchedule",
        description = "The periods of a day type from a date on. A later version of the same day type "
                + "stands beside it and never re-decides a past day.")
record BellScheduleBody(
        @Schema(readOnly = true, examples = "regular", description = "Given by the path.") @Nullable
        String dayType,

        @Schema(required = true, examples = "2026-09-01") LocalDate effectiveFrom,

        @Schema(defaultValue = "false", description = "Students are not expected in the building.") @Nullable
        Boolean remote,

        @Schema(required = true, description = "In order; one may begin when the one before it ends.")
        List<PeriodBody> periods) {

    @Schema(name = "Period")
    record PeriodBody(
            @Schema(required = true, examples = "1") String period,

            @Schema(required = true, examples = "08:00", type = SchemaType.STRING) @JsonFormat(pattern = "HH:mm")
            LocalTime start,

            @Schema(required = true, examples = "08:41", type = SchemaType.STRING) @JsonFormat(pattern = "HH:mm")
            LocalTime end) {}

    static BellScheduleBody of(BellSchedule bells) {
        return new BellScheduleBody(
                bells.dayType(),
                bells.effectiveFrom(),
                bells.remote(),
                bells.periods().stream()
                        .map(period -> new PeriodBody(period.name(), period.start(), period.end()))
                        .toList());
    }

    BellSchedule schedule(String dayTypeOfPath) {
        if (periods == null || periods.contains(null)) {
            throw SchoolProblems.missing("periods");
        }
        return new BellSchedule(
                dayTypeOfPath,
                effectiveFrom,
                Boolean.TRUE.equals(remote),
                periods.stream()
                        .map(period -> new Period(period.period(), period.start(), period.end()))
                        .toList());
    }
}
