package org.secondperiod.reporting.edfacts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A data record of the file.
 *
 * @param localSchoolId the school's id here
 * @param stateSchoolId as the state calls it
 * @param totalIndicator Y: the education unit's total
 */
@Schema(name = "EdFactsRecord")
public record FileRecord(
        int fileRecordNumber,
        String localSchoolId,
        String stateSchoolId,
        CategorySet categorySet,
        @Nullable String sex,
        @Nullable String racialEthnic,
        @Nullable String disabilityStatus,
        @Nullable String disabilityStatus504,
        @Nullable String englishLearnerStatus,
        @Nullable String homelessEnrolledStatus,

        @Schema(
                description = "Y: the education unit's total",
                enumeration = {"Y", "N"})
        String totalIndicator,

        long studentCount) {

    /** The value of each category that the record is of. */
    static FileRecord of(
            int number,
            String schoolId,
            String stateSchoolId,
            CategorySet set,
            @Nullable String sex,
            @Nullable String value,
            long students) {
        return new FileRecord(
                number,
                schoolId,
                stateSchoolId,
                set,
                sex,
                set == CategorySet.A ? value : null,
                set == CategorySet.B ? value : null,
                set == CategorySet.C ? value : null,
                set == CategorySet.D ? value : null,
                set == CategorySet.E ? value : null,
                set == CategorySet.TOTAL ? "Y" : "N",
                students);
    }
}
