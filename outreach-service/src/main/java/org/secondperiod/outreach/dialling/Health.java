package org.secondperiod.outreach.dialling;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What earlier calls tell of a number. */
@Schema(name = "NumberHealth")
public enum Health {
    /** Nobody has dialled it, or it tells nothing yet. */
    UNKNOWN,
    /** Somebody answered, or its voicemail did. */
    GOOD,
    /** Who answered is not who the roster says. */
    WRONG,
    NOT_IN_SERVICE,
    ASKED_NOT_TO_BE_CALLED,
    /** Dialled on several days, and nobody has answered since. */
    UNREACHABLE;

    /** Whether it is of any use to dial it. */
    public boolean isUsable() {
        return this == UNKNOWN || this == GOOD || this == UNREACHABLE;
    }
}
