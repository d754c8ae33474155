package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was learnt: exactly one where somebody was reached. */
@Schema(name = "CallResult")
public enum Result {
    COMING_IN_TODAY,
    WILL_NOT_COME_VALID_REASON,
    WILL_NOT_COME_OTHER,
    SAYS_LEFT_FOR_SCHOOL,
    MOVED_OR_LEFT_SCHOOL,
    /** It stays open, and somebody owns it. */
    UNDETERMINED
}
