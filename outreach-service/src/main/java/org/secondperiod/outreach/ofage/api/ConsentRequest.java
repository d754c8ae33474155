package org.secondperiod.outreach.ofage.api;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Calendars;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.ofage.Consent.Basis;
import org.secondperiod.outreach.visibility.VisibilityService;

/** That somebody may be called and told. */
@Schema(
        name = "NewConsent",
        requiredProperties = {"contactId", "basis", "since"})
record ConsentRequest(
        @Schema(
                description =
                        "Who may be called and told: a contactId of the card, or the id of a number that staff have found",
                examples = "g-88101")
        @Nullable
        String contactId,

        @Nullable Basis basis,

        @Schema(description = "When it was signed, or shown; yyyy-MM-dd", format = "date", examples = "2026-10-01")
        @Nullable
        String since) {

    /** Refuses (422) what is missing. */
    void check() {
        new Given()
                .field("contactId", contactId)
                .field("basis", basis)
                .field("since", since)
                .orRefuse();
        VisibilityService.id("contactId", contactId);
    }

    /** The day; refuses (422) one that has not come. */
    LocalDate day(LocalDate today) {
        LocalDate day = Calendars.date("since", Objects.requireNonNull(since));
        if (day.isAfter(today)) {
            throw Problems.field("since", "is in the future");
        }
        return day;
    }
}
