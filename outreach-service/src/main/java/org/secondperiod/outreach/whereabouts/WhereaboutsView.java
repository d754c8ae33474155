package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.StudentView;

/**
 * What is concluded of a student, as it is shown.
 *
 * @param since when this conclusion was first reached
 * @param heldWith who has to clear up the hold: LEAD, PRINCIPAL or DISTRICT
 * @param student only for who may know names
 */
public record WhereaboutsView(
        String studentId,
        String schoolId,
        LocalDate schoolDay,

        @Schema(implementation = State.class, type = SchemaType.STRING)
        String state,

        int rule,
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable Instant cutOff,
        @Nullable Instant scanAt,
        @Nullable Instant leftAt,
        @Nullable Instant heldSince,

        @Schema(enumeration = {"LEAD", "PRINCIPAL", "DISTRICT"}) @Nullable
        String heldWith,

        String explanation,
        @Nullable ToldEvidence evidence,
        long version,
        @Nullable StudentView student) {

    /** The same with the student's name. */
    public WhereaboutsView with(@Nullable StudentView named) {
        return new WhereaboutsView(
                studentId,
                schoolId,
                schoolDay,
                state,
                rule,
                reason,
                since,
                cutOff,
                scanAt,
                leftAt,
                heldSince,
                heldWith,
                explanation,
                evidence,
                version,
                named);
    }
}
