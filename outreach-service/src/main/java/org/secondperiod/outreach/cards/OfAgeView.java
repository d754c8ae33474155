package org.secondperiod.outreach.cards;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.outreach.ofage.Consent;

/**
 * The student is of age.
 *
 * @param studentFirst the district calls the student; others only with consent. False: it calls the family as for everybody else
 * @param consents those that staff have entered and that are in force; the roster may have others
 */
@Schema(name = "CardOfAge")
public record OfAgeView(boolean studentFirst, List<ConsentOnCard> consents) {

    /** Somebody may be called and told. */
    @Schema(name = "CardConsent")
    public record ConsentOnCard(
            String consentId, String contactId, Consent.Basis basis, LocalDate since, long version) {}

    static OfAgeView of(boolean studentFirst, List<Consent> consents) {
        return new OfAgeView(
                studentFirst,
                consents.stream()
                        .filter(consent -> consent.withdrawnAt() == null)
                        .map(consent -> new ConsentOnCard(
                                consent.consentId(),
                                consent.contactId(),
                                consent.basis(),
                                consent.since(),
                                consent.version()))
                        .toList());
    }
}
