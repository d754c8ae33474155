package org.secondperiod.reporting.edfacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Chronically absent students of schools, as file specification 195 (data group 814) counts them: at each school where a student
 * was enrolled for at least the minimum, whoever was absent on a tenth of the days or more.
 *
 * @param minimumEnrolmentDays the federal minimum; in released numbers that of the district's reports
 * @param releasedAt when these numbers were counted, for good; none: they are as of now
 * @param halfDays what half a day absent counts as: a day, as the specification has it; or half, in released numbers
 * @param reportingPeriod as the header has it
 * @param fileName none: nobody has said which state it is
 * @param stateCode none: nobody has said
 * @param leaId the state's identifier of the district; none: nobody has said
 * @param notDivided sets that are not in the file, since no group of the roster says what they need
 * @param withoutDays schools of which no student has enough days, and that are not in the file: a zero would say that nobody was
 *     chronically absent
 * @param differsFromReports schools where half days, or a minimum of the district's own, make another number in reports
 */
@Schema(name = "EdFactsChronicAbsenteeism")
public record ChronicAbsenteeismFile(
        LocalDate asOf,

        @Schema(description = "When the numbers were counted, for good; not there where they are as of now") @Nullable
        Instant releasedAt,

        @Schema(description = "The federal minimum; in released numbers that of the district's reports")
        int minimumEnrolmentDays,

        @Schema(description = "What half a day absent counts as")
        HalfDays halfDays,

        @Schema(examples = "2026-2027") String reportingPeriod,

        @Schema(description = "Not there: nobody has said which state it is") @Nullable
        String fileName,

        @Nullable String stateCode,
        @Nullable String leaId,

        @Schema(description = "Sets that are not in the file, since no group of the roster says what they need")
        List<CategorySet> notDivided,

        @Schema(description = "Schools of which no student has enough days, and that are not in the file")
        List<String> withoutDays,

        @Schema(
                description =
                        "Schools where half days, or a minimum of the district's own, make another number in reports")
        List<Difference> differsFromReports,

        List<FileRecord> records) {

    /** Days of enrolment of whoever is counted, by the federal definition: whatever minimum the district's reports have. */
    public static final int MINIMUM_DAYS = 10;

    /** The file's type, as its header has it. */
    public static final String FILE_TYPE = "SCH CHRON ABSENT";

    /** The table that records are of. */
    public static final String TABLE = "CHRONABSENT";

    /** What half a day absent counts as. */
    @Schema(name = "EdFactsHalfDays")
    public enum HalfDays {
        /** Who is away for at least half of a day is absent on it. */
        A_DAY_ABSENT,
        /** As in reports. */
        HALF_A_DAY_ABSENT
    }

    /** Chronically absent students of a school in this file, and in reports as of the same date. */
    @Schema(name = "EdFactsDifference")
    public record Difference(String schoolId, long studentCount, long inReports) {}
}
