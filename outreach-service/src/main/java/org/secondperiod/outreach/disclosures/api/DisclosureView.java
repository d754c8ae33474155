package org.secondperiod.outreach.disclosures.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.outreach.disclosures.Disclosure;

/** A disclosure: whose records, to whom, which, why, when, and who wrote it down. */
@Schema(name = "Disclosure")
public record DisclosureView(
        String disclosureId,
        String studentId,
        String recipient,
        String what,
        String why,
        Instant disclosedAt,
        String recordedBy,
        Instant recordedAt) {

    static DisclosureView of(Disclosure disclosure) {
        return new DisclosureView(
                disclosure.disclosureId(),
                disclosure.studentId(),
                disclosure.recipient(),
                disclosure.what(),
                disclosure.why(),
                disclosure.disclosedAt(),
                disclosure.recordedBy(),
                disclosure.recordedAt());
    }
}
