package org.secondperiod.reporting.inbuilding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * Students who were marked absent and were in the building at the time, day by day. They are absent in every other report: a scan
 * re-routes, it never excuses.
 *
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 */
@Schema(name = "InBuilding")
public record InBuildingReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        long students,
        List<Line> lines) {

    /** A school's day with any. */
    @Schema(name = "InBuildingDay")
    public record Line(String schoolId, @Nullable String schoolName, LocalDate day, DayOfWeek weekday, long students) {}
}
