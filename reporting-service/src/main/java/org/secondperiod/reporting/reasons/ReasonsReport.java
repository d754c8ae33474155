package org.secondperiod.reporting.reasons;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * Absences in some days, by reason.
 *
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param attendance as attendance says it, of every day that it has decided to be an absence, all day or for half of it
 * @param families as families said it on the phone, of students about whom anybody was reached
 * @param rootCauses what people who know the student take to be at the root; none for a system: it is for the school's people
 * @param leftOut what is in none of the lists, and why
 * @param groups by what was asked for, in the order of their names
 * @param smallGroups root causes of the groups that have none of their own, since they are of fewer than ten students
 */
@Schema(name = "AbsenceReasons")
public record ReasonsReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        @Nullable GroupBy groupBy,

        @Schema(description = "As attendance says it") List<Line> attendance,

        @Schema(description = "As families said it on the phone")
        List<Line> families,

        @Schema(description = "What people who know the student take to be at the root; not there: it is not for you")
        @Nullable
        List<Line> rootCauses,

        LeftOut leftOut,

        @Schema(description = "By what was asked for") List<Group> groups,

        @Schema(description = "Root causes of groups of fewer than ten students, all together") @Nullable
        List<Line> smallGroups) {

    /** What would be absences, and is in no list, and why. */
    @Schema(name = "AbsenceReasonsLeftOut")
    public record LeftOut(
            @Schema(description = "Marks whose code means nothing yet: nobody knows whether they are absences")
            long marksNotUnderstood,

            @Schema(description = "Days of the schools that are over and were not submitted: marks may be missing")
            long daysNotSubmitted) {}

    /**
     * One reason.
     *
     * @param reason coded; none: no code was given
     * @param excused whether attendance has it as excused; it counts all the same
     * @param absences days of students, whole and half ones
     * @param absentHalfDays how many half days these are; none of what families say and of root causes
     * @param percent of the absences of its list; rounded to be shown
     */
    @Schema(name = "AbsenceReason")
    public record Line(
            @Nullable String reason,
            boolean excused,
            long absences,

            @Schema(
                    description =
                            "How many half days these are: all of attendance's list are the half days absent of other reports."
                                    + " Not there in other lists")
            @Nullable
            Long absentHalfDays,

            @Nullable BigDecimal percent) {}

    /**
     * A school, grade, homeroom or group of students.
     *
     * @param schoolId none where the line is of several schools
     * @param value the grade, homeroom or group; empty: students without one
     * @param rootCauses none where it is of fewer than ten students, or together with such
     */
    @Schema(name = "AbsenceReasonsOfGroup")
    public record Group(
            @Nullable String schoolId,
            @Nullable String schoolName,
            @Nullable String value,
            List<Line> attendance,
            List<Line> families,

            @Schema(description = "Not there: of too few students to be told by themselves, or not for you") @Nullable
            List<Line> rootCauses) {}
}
