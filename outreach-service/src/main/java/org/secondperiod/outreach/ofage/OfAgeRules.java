package org.secondperiod.outreach.ofage;

import java.util.Set;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;

/** Who of a family may be called and told, where the student is of age. */
public final class OfAgeRules {

    private OfAgeRules() {}

    /**
     * The family as it is called: of a student who is of age, where the district calls the student, nobody without consent.
     *
     * @param consents ids of contacts of whom staff have entered one
     */
    public static Family applied(Family family, Set<String> consents, OfAgePolicy policy) {
        if (!family.student().ofAge() || policy == OfAgePolicy.FAMILY) {
            return family;
        }
        return new Family(
                family.student(),
                family.own(),
                family.contacts().stream()
                        .map(contact -> applied(contact, consents))
                        .toList(),
                true);
    }

    /** The same of somebody who is not in the roster. */
    public static FamilyContact applied(FamilyContact contact, Family family, Set<String> consents) {
        return family.studentFirst() ? applied(contact, consents) : contact;
    }

    private static FamilyContact applied(FamilyContact contact, Set<String> consents) {
        if (contact.agreement() == Agreement.GIVEN) {
            return contact;
        }
        return contact.with(consents.contains(contact.contactId()) ? Agreement.GIVEN : Agreement.MISSING);
    }
}
