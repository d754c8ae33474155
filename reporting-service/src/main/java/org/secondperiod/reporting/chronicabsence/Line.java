package org.secondperiod.reporting.chronicabsence;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Percent;

/**
 * One line of the report.
 *
 * @param schoolId none: of all schools of the report
 * @param value the grade, homeroom or group; none: of students without one, or of no such division
 * @param students who were enrolled on a day up to the date
 * @param suppressed whether it has no numbers, since they would tell of fewer than ten students
 * @param bands none where it is suppressed
 */
public record Line(
        @Nullable String schoolId,
        @Nullable String schoolName,

        @Schema(description = "The grade, homeroom or group; in such a line not there: of students without one")
        @Nullable
        String value,

        @Schema(description = "Whether it has no numbers, since they would tell of fewer than ten students")
        boolean suppressed,

        @Schema(description = "Who was enrolled on a day of the school year up to the date, leavers too") @Nullable
        Long students,

        @Nullable Bands bands,
        @Nullable LeftOut leftOut,
        @Nullable Attendance attendance) {

    /**
     * Students in bands. They are decided in whole half days; the share is rounded only to be shown.
     *
     * @param chronicPercent of those in a band, chronic or severely; none where nobody is in one
     */
    public record Bands(
            long satisfactory,
            long atRisk,
            long chronic,
            long severelyChronic,

            @Schema(description = "Chronic or severely chronic, of those in a band; rounded to be shown") @Nullable
            BigDecimal chronicPercent) {}

    /** Students in no band, and why. */
    public record LeftOut(
            @Schema(description = "Of whom days count, but fewer than the minimum")
            long belowMinimumEnrolment,

            @Schema(description = "Of whom no day counts") long noDayCounts) {}

    /**
     * Average daily attendance, never without the bands beside it.
     *
     * @param percent rounded, to be shown; none where no day counts
     */
    public record Attendance(
            long enrolledHalfDays,
            long attendedHalfDays,

            @Schema(description = "Average daily attendance; rounded to be shown") @Nullable
            BigDecimal percent) {}

    /** With all numbers. */
    static Line of(@Nullable String schoolId, @Nullable String name, @Nullable String value, Sums sums) {
        long attended = sums.enrolledHalfDays() - sums.absentHalfDays();
        return new Line(
                schoolId,
                name,
                value,
                false,
                sums.enrolled(),
                new Bands(
                        sums.satisfactory(),
                        sums.atRisk(),
                        sums.chronic(),
                        sums.severe(),
                        Percent.of(sums.chronic() + sums.severe(), sums.inBands())),
                new LeftOut(sums.leftOut(), sums.withoutDays()),
                new Attendance(sums.enrolledHalfDays(), attended, Percent.of(attended, sums.enrolledHalfDays())));
    }

    /** Without them. */
    Line withoutNumbers() {
        return new Line(schoolId, schoolName, value, true, null, null, null, null);
    }
}
