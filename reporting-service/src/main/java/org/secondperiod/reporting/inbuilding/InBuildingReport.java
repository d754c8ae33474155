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
 * @param leftOut by why it cannot be said of them
 */
@Schema(name = "InBuilding")
public record InBuildingReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        long students,
        LeftOut leftOut,
        List<Line> lines) {

    /** Of whom nobody can say that they were in the building and not in class, in these days, and why. */
    @Schema(name = "InBuildingLeftOut")
    public record LeftOut(
            @Schema(description = "Students who were held, day by day, since a door was silent: scans may be missing")
            long heldForDoor,

            @Schema(
                    description =
                            "Students who were held, day by day, since their class had not submitted: marks may be missing")
            long heldForClass,

            @Schema(description = "Days of the schools that are over and were not submitted: marks may be missing")
            long daysNotSubmitted) {}

    /** A school's day with any. */
    @Schema(name = "InBuildingDay")
    public record Line(String schoolId, @Nullable String schoolName, LocalDate day, DayOfWeek weekday, long students) {}
}
