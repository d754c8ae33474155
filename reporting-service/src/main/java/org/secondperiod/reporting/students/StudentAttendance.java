package org.secondperiod.reporting.students;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.DayStatus;

/**
 * A student's school year, at the schools that the reader may see; {@code standing} is of all schools.
 *
 * @param standing none while no day of the year counts, and for years before the latest
 */
public record StudentAttendance(
        String studentId,
        String schoolYear,
        int minimumEnrolmentDays,

        @Schema(description = "Not there while no day of the year counts, and for years before the latest") @Nullable
        StandingView standing,

        List<SchoolView> schools,
        List<KnownAbsenceView> knownAbsences) {

    /** The student's standing, as it was told last. */
    public record StandingView(
            LocalDate asOf,
            int enrolledHalfDays,
            int absentHalfDays,
            @Nullable Band band,

            @Schema(description = "The most further absences with which the year still ends below chronic") @Nullable
            Integer absencesLeftHalfDays,

            @Schema(description = "False: even no further absence would do") @Nullable
            Boolean canEndBelowChronic,

            int consecutiveDaysAbsent,

            @Schema(description = "A letter for each day: P present, L late, H half a day absent, A absent")
            String lastTwentyDays,

            long version) {}

    /**
     * The year at one school.
     *
     * @param asOf the last day that counts; none: no day does
     * @param band none below the minimum enrolment
     * @param days those that were no whole day of presence in time
     * @param notSubmitted school days between that the school has not submitted, and that do not count
     * @param notUnderstood days whose mark has a code without a meaning, and that do not count until it has one
     */
    public record SchoolView(
            String schoolId,
            @Nullable String schoolName,
            List<EnrolmentView> enrolments,

            @Schema(description = "The last day that counts") @Nullable
            LocalDate asOf,

            int enrolledHalfDays,
            int absentHalfDays,

            @Schema(description = "Not there below the minimum enrolment") @Nullable
            Band band,

            @Schema(description = "Those that were no whole day of presence in time")
            List<DayView> days,

            @Schema(description = "School days between that were not submitted, and do not count")
            List<LocalDate> notSubmitted,

            @Schema(
                    description =
                            "Days whose mark has a code without a meaning, and that do not count until it has one")
            List<LocalDate> notUnderstood) {}

    /** When the student was enrolled: none means open. */
    public record EnrolmentView(
            @Nullable LocalDate entry,
            @Nullable LocalDate exit,
            @Nullable String grade,
            @Nullable String homeroom) {}

    /**
     * A day.
     *
     * @param excused every mark of an absence on it is excused; it counts all the same
     * @param reason the coded reason of a mark, where one has any
     */
    public record DayView(
            LocalDate day,
            DayStatus status,

            @Schema(description = "Whether every mark of an absence is excused; it counts all the same")
            boolean excused,

            @Nullable String reason) {}

    /** A reason that the school has; it changes no count. */
    public record KnownAbsenceView(
            String reason,
            LocalDate from,
            LocalDate to,
            @Nullable String schoolId) {}
}
