package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened on the line: exactly one of an attempt. Each says whether the number and the contact stay usable. */
@Schema(name = "CallOutcome")
public enum Outcome {
    REACHED_GUARDIAN(true, true),
    REACHED_STUDENT(true, true),
    REACHED_OTHER(true, true),
    VOICEMAIL_LEFT(true, true),
    NO_ANSWER(true, true),
    BUSY(true, true),
    WRONG_NUMBER(false, true),
    NOT_IN_SERVICE(false, true),
    LANGUAGE_BARRIER(true, true),
    ASKED_NOT_TO_BE_CALLED(true, false),
    CALL_BACK_AT(true, true);

    private final boolean numberUsable;
    private final boolean contactUsable;

    Outcome(boolean numberUsable, boolean contactUsable) {
        this.numberUsable = numberUsable;
        this.contactUsable = contactUsable;
    }

    /** Whether somebody was reached, so that there is a result. */
    public boolean isReached() {
        return this == REACHED_GUARDIAN || this == REACHED_STUDENT || this == REACHED_OTHER;
    }

    /** Whether the number may be dialled again for this contact. */
    public boolean leavesNumberUsable() {
        return numberUsable;
    }

    /** Whether the contact may be called again. */
    public boolean leavesContactUsable() {
        return contactUsable;
    }
}
