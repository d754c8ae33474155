package org.secondperiod.reporting.attendance;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Percent;
import org.secondperiod.reporting.chronicabsence.Line.LeftOut;
import org.secondperiod.reporting.chronicabsence.Sums;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * Average daily attendance over time, with the chronic share beside it.
 *
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param of whose; {@code DISTRICT}: everybody of the schools asked for
 * @param schools of which; none: of the whole district
 * @param released whether the numbers are of months that were released, and stay as they were counted
 * @param daysNotSubmitted of its schools, from the first date to the last, of those that are over
 */
@Schema(name = "AttendanceTrend")
public record Trend(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        String schoolYear,
        int minimumEnrolmentDays,
        By by,
        Scope.Kind of,

        @Schema(description = "The grade, homeroom or group; not there: of everybody, or of those without one")
        @Nullable
        String value,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        @Schema(description = "Whether these are months that were released, and stay as they were counted")
        boolean released,

        @Schema(
                description =
                        "Days of the schools that are over and were not submitted: they count for nobody; not there: these are"
                                + " released months")
        @Nullable
        Long daysNotSubmitted,

        Line total,
        List<Line> lines) {

    /**
     * A day, week, month or weekday.
     *
     * @param from the first date of it with a day that counts; none: there is none
     * @param days dates on which a day counted for anybody
     * @param suppressed whether it has no numbers, since they would tell of fewer than ten students
     * @param chronicPercent of students in a band, chronic or severely, as of the line's last date; of a weekday as of the report's
     * @param leftOut as of the same date as the share; none where it is suppressed
     */
    @Schema(name = "AttendanceTrendLine")
    public record Line(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable DayOfWeek weekday,
            long days,

            @Schema(description = "Whether it has no numbers, since they would tell of fewer than ten students")
            boolean suppressed,

            @Nullable Long enrolledHalfDays,
            @Nullable Long attendedHalfDays,

            @Schema(description = "Average daily attendance; rounded to be shown") @Nullable
            BigDecimal attendancePercent,

            @Schema(description = "Students in a band as of the last date") @Nullable
            Long studentsInBands,

            @Nullable Long chronicallyAbsent,

            @Schema(description = "Chronic or severely chronic of those in a band; rounded to be shown") @Nullable
            BigDecimal chronicPercent,

            @Schema(description = "Who is in no band as of the last date, and why") @Nullable
            LeftOut leftOut) {

        /** @param added by its days; @param until everything up to its last date */
        static Line of(Span span, @Nullable DayOfWeek weekday, Sums added, Sums until) {
            long attended = added.enrolledHalfDays() - added.absentHalfDays();
            long chronic = until.chronic() + until.severe();
            return new Line(
                    span.from(),
                    span.to(),
                    weekday,
                    span.days(),
                    false,
                    added.enrolledHalfDays(),
                    attended,
                    Percent.of(attended, added.enrolledHalfDays()),
                    until.inBands(),
                    chronic,
                    Percent.of(chronic, until.inBands()),
                    new LeftOut(until.leftOut(), until.withoutDays()));
        }

        static Line withoutNumbers(LocalDate from, LocalDate to) {
            return new Line(from, to, null, 0, true, null, null, null, null, null, null, null);
        }
    }

    /** From the first to the last of so many dates. */
    record Span(@Nullable LocalDate from, @Nullable LocalDate to, long days) {

        static final Span NONE = new Span(null, null, 0);

        Span with(LocalDate day) {
            return new Span(from == null ? day : from, day, days + 1);
        }
    }
}
