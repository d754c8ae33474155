package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How people came to talk. */
@Schema(name = "CallChannel")
public enum Channel {
    /** The school dialled a number: an attempt. All others are conversations. */
    OUTGOING_CALL,
    INCOMING_CALL,
    TEXT,
    IN_PERSON;

    /** Whether a number was dialled. */
    public boolean isAttempt() {
        return this == OUTGOING_CALL;
    }
}
