package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a call a matter of safety, beside any result: both escalate at once. */
@Schema(name = "CallFlag")
public enum Flag {
    GUARDIAN_NOT_AWARE,
    WHEREABOUTS_NOT_KNOWN
}
