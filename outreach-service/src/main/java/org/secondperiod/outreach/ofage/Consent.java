package org.secondperiod.outreach.ofage;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;

/**
 * That somebody may be called and told of a student who is of age. The paper itself is the school's.
 *
 * @param contactId the roster's id of whom, or the id of a number that staff have found
 * @param since when it was signed, or shown that the student is a dependent
 * @param withdrawnAt when it ended; null while it counts
 * @param version counts its changes
 */
public record Consent(
        String consentId,
        StudentId student,
        String contactId,
        Basis basis,
        LocalDate since,
        String enteredBy,
        Instant enteredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        long version) {

    /** What allows it. */
    @Schema(name = "ConsentBasis")
    public enum Basis {
        /** The student's signed and dated consent (34 CFR 99.30). */
        SIGNED,
        /** The student is their dependent for income tax purposes (34 CFR 99.31(a)(8)). */
        DEPENDENT
    }
}
