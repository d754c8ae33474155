package org.secondperiod.outreach.ofage.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.ofage.Consent;

/**
 * That somebody may be called and told of a student who is of age.
 *
 * @param withdrawnAt when it ended; none while it counts
 */
@Schema(name = "Consent")
record ConsentView(
        String consentId,
        String studentId,
        String contactId,
        Consent.Basis basis,
        LocalDate since,
        String enteredBy,
        Instant enteredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        long version) {

    static ConsentView of(Consent consent) {
        return new ConsentView(
                consent.consentId(),
                consent.student().value(),
                consent.contactId(),
                consent.basis(),
                consent.since(),
                consent.enteredBy(),
                consent.enteredAt(),
                consent.withdrawnBy(),
                consent.withdrawnAt(),
                consent.version());
    }
}
