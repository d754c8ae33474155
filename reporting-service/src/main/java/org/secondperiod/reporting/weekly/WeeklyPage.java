package org.secondperiod.reporting.weekly;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A school's week, to be pinned to a wall. Shares are whole percents; a number of fewer than ten students, or of all but fewer than
 * ten, is not there, and neither is one from which such a number follows.
 *
 * @param from the week's Monday
 * @param to the Friday
 * @param week its attendance, with the chronic share as of its end; none: the school has fewer than ten students, or no day counts
 * @param weekBefore the same of the week before
 * @param yearSoFar the same of the school year up to the week's end
 * @param students of the school year so far; none: fewer than ten
 * @param minimumEnrolmentDays students of whom fewer days count are in no chronic share
 * @param days of the week that count, each with its attendance where that may be told
 * @param weeks the last eight in which a day counts, this one included, the oldest first
 * @param grades with ten students or more
 * @param otherGrades grades that are too small for a line, together; none: there are none
 * @param calls about absences of the week; none: fewer than ten students
 */
public record WeeklyPage(
        String schoolId,
        @Nullable String schoolName,
        String schoolYear,
        @Schema(description = "The week's Monday") LocalDate from,
        @Schema(description = "The week's Friday") LocalDate to,
        @Nullable Share week,
        @Nullable Share weekBefore,
        @Nullable Share yearSoFar,

        @Schema(description = "Of the school year so far; not there where they are fewer than ten") @Nullable
        Long students,

        @Schema(description = "Students of whom fewer days count are in no chronic share")
        int minimumEnrolmentDays,

        List<Day> days,

        @Schema(description = "The last eight weeks in which a day counts, this one included, the oldest first")
        List<Week> weeks,

        List<Grade> grades,

        @Schema(description = "Grades that are too small for a line, together") @Nullable
        Share otherGrades,

        @Nullable Calls calls) {

    /**
     * Attendance, never without the chronic share beside it.
     *
     * @param attendancePercent none: no day counts, or there were one to nine days of absence, or all but nine; a grade's is told
     *     all the same
     * @param chronicPercent chronic or severely chronic, of those in a band, as of the last day; none where it would be of fewer
     *     than ten students, or leave fewer than ten
     */
    @Schema(name = "WeeklyShare")
    public record Share(
            @Schema(
                    description =
                            "Whole percents; but for a grade's not there where students would have been absent on fewer than ten"
                                    + " days")
            @Nullable
            BigDecimal attendancePercent,

            @Schema(
                    description =
                            "Whole percents; not there where it would be of fewer than ten students, or leave fewer than ten")
            @Nullable
            BigDecimal chronicPercent) {}

    /**
     * A day of school.
     *
     * @param attendancePercent none where it would tell of fewer than ten absent students, or of fewer than ten who came
     */
    @Schema(name = "WeeklyDay")
    public record Day(
            LocalDate day,
            DayOfWeek weekday,

            @Schema(
                    description =
                            "Whole percents; not there where it would tell of fewer than ten absent students, or of fewer than ten"
                                    + " who came, by itself or with the week and its other days")
            @Nullable
            BigDecimal attendancePercent) {}

    /** A week by its Monday. */
    @Schema(name = "WeeklyWeek")
    public record Week(LocalDate from, Share share) {}

    /** @param grade none: students without one */
    @Schema(name = "WeeklyGrade")
    public record Grade(@Nullable String grade, Share share) {}

    /**
     * Calls to families.
     *
     * @param students about whom anybody called
     * @param reached of how many of them somebody of the family spoke with a caller; none where they would be fewer than ten, or
     *     leave fewer than ten
     * @param reachedPercent the same as a share
     * @param returned how many came in on the day of the call; none as above
     */
    @Schema(name = "WeeklyCalls")
    public record Calls(
            @Schema(description = "About whom anybody called")
            long students,

            @Schema(
                    description =
                            "Of how many of them somebody of the family spoke with a caller; not there where they would be fewer"
                                    + " than ten, or leave fewer than ten")
            @Nullable
            Long reached,

            @Schema(description = "The same as a share, in whole percents") @Nullable
            BigDecimal reachedPercent,

            @Schema(
                    description =
                            "How many came in on the day of the call; not there where they would be fewer than ten, or leave"
                                    + " fewer than ten of those who could")
            @Nullable
            Long returned) {}
}
