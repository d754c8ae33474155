package org.secondperiod.outreach.dialling;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a number is not dialled now. */
@Schema(name = "WhyNotDialled")
public enum WhyNot {
    /** A restriction, a court order or do-not-call of the roster bars the contact. */
    CONTACT_BARRED("This contact must not be called."),
    /** The student is of age, and the district calls nobody else without consent. */
    NO_CONSENT("The student is of age and has not agreed that they are called."),
    ASKED_NOT_TO_BE_CALLED("They asked not to be called."),
    NO_NUMBER("Nobody could dial this: it is no possible number."),
    FAX("This is a fax."),
    WRONG_NUMBER("A wrong number, when it was last dialled."),
    NOT_IN_SERVICE("Not in service, when it was last dialled."),
    OUTSIDE_HOURS("It is too early or too late to call.");

    private final String words;

    WhyNot(String words) {
        this.words = words;
    }

    /** As a caller reads it. */
    public String words() {
        return words;
    }

    /** Whether time alone ends it. */
    public boolean passes() {
        return this == OUTSIDE_HOURS;
    }
}
