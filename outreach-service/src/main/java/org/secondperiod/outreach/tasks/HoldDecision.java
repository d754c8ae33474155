package org.secondperiod.outreach.tasks;

import org.secondperiod.outreach.whereabouts.HoldReason;

/** What a lead decided of a hold, for a school, a day and a reason. */
public record HoldDecision(HoldReason reason, Verdict verdict) {

    /** Release opens the calls now; keep stops the hold from ageing. */
    public enum Verdict {
        RELEASE,
        KEEP
    }
}
