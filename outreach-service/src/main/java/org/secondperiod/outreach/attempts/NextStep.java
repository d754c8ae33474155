package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done next. */
@Schema(name = "NextStep")
public enum NextStep {
    CALL_AGAIN_AT,
    COMING_IN_BY,
    REFER_TO,
    FIX_THE_NUMBER,
    HOME_VISIT,
    NONE
}
