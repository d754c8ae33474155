package org.secondperiod.reporting.quality;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * What numbers of some days lack, school by school.
 *
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param schools those that are known now
 */
@Schema(name = "DataQuality")
public record QualityReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        List<Line> schools) {

    /**
     * A school.
     *
     * @param schoolDays days of school that are over
     * @param notSubmitted of them those that the school has not submitted, and that count for nobody
     * @param unmapped marks whose code means nothing yet; those days do not count for their students
     * @param silentDoors days on which students were held since a door was not heard from, and how many
     * @param unsubmittedClasses days on which students were held since their class had not submitted, and how many
     * @param fewerClasses days that count although fewer of the school's classes submitted than usual; none as of a date before:
     *     which classes had submitted by then is not kept
     */
    @Schema(name = "DataQualityOfSchool")
    public record Line(
            String schoolId,
            @Nullable String schoolName,
            int schoolDays,
            List<LocalDate> notSubmitted,

            @Schema(description = "Marks whose code means nothing yet: those days do not count for their students")
            long unmapped,

            @Schema(description = "Days on which students were held since a door was silent")
            List<HeldOn> silentDoors,

            @Schema(description = "Days on which students were held since their class had not submitted")
            List<HeldOn> unsubmittedClasses,

            @Schema(
                    description =
                            "Days that count although fewer classes submitted the day or the trigger period than usual, which is"
                                    + " the median of the 20 days before of which classes submitted any; not there with"
                                    + " `knownOn`")
            @Nullable
            List<ClassesOn> fewerClasses) {}

    /**
     * So many classes of a school submitted, and so many usually do.
     *
     * @param missing ids of classes, in order
     */
    @Schema(name = "ClassesOn")
    public record ClassesOn(
            LocalDate day,
            long classes,
            long usual,

            @Schema(
                    description =
                            "Ids of classes that submitted on more than half of the 20 days before, and not on this one. Whether"
                                    + " they met on it nobody tells")
            List<String> missing) {}

    /** So many students. */
    @Schema(name = "HeldOn")
    public record HeldOn(LocalDate day, long students) {}
}
