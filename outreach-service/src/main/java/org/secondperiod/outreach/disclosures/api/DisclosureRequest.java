package org.secondperiod.outreach.disclosures.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.disclosures.Disclosure;
import org.secondperiod.outreach.visibility.VisibilityService;

/**
 * A disclosure to be written down.
 *
 * @param studentId whose records
 * @param recipient who got them
 * @param what which records, in words: not what they say
 * @param why by which right
 * @param disclosedAt when; now if it is not given
 */
@Schema(
        name = "NewDisclosure",
        requiredProperties = {"studentId", "recipient", "what", "why"})
record DisclosureRequest(
        @Nullable String studentId,
        @Nullable String recipient,
        @Nullable String what,
        @Nullable String why,
        @Nullable OffsetDateTime disclosedAt) {

    private static final int LONGEST_TEXT = 500;

    /** The entry; refuses (422) what is missing. */
    static Disclosure entry(@Nullable DisclosureRequest given, String by, Instant now) {
        DisclosureRequest request = given == null ? new DisclosureRequest(null, null, null, null, null) : given;
        new Given()
                .field("studentId", request.studentId)
                .field("recipient", request.recipient)
                .field("what", request.what)
                .field("why", request.why)
                .orRefuse();
        Instant at = request.disclosedAt == null
                ? now
                : request.disclosedAt.toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now)) {
            throw Problems.field("disclosedAt", "is in the future");
        }
        return new Disclosure(
                "disclosure-" + UUID.randomUUID(),
                VisibilityService.id("studentId", request.studentId),
                text("recipient", request.recipient),
                text("what", request.what),
                text("why", request.why),
                at,
                by,
                now);
    }

    private static String text(String field, @Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TEXT) {
            throw Problems.field(field, "has 1 to " + LONGEST_TEXT + " characters");
        }
        return stripped;
    }
}
