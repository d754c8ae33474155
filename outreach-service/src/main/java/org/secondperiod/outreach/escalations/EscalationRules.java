package org.secondperiod.outreach.escalations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.escalations.Escalation.With;

/** What time alone, or the student's coming, does to escalations and building checks. */
public final class EscalationRules {

    private EscalationRules() {}

    /** With whom an escalation is now: after a time without an acknowledgement with the principal. */
    public static With isWith(Escalation escalation, Duration acknowledgeIn, Instant now) {
        Instant at = escalation.goesToPrincipalAt(acknowledgeIn);
        return at != null && !now.isBefore(at) ? With.PRINCIPAL : escalation.isWith();
    }

    /**
     * How a check stands now. Whoever looked has the last word; who comes in before it is due has answered it.
     *
     * @param hereSince since when the student is known to be here; null if not at all
     */
    public static BuildingCheck.State state(BuildingCheck check, @Nullable Instant hereSince, Instant now) {
        if (check.state() != BuildingCheck.State.OPEN) {
            return check.state();
        }
        if (hereSince != null) {
            return BuildingCheck.State.ARRIVED;
        }
        return now.isBefore(check.dueAt()) ? BuildingCheck.State.OPEN : BuildingCheck.State.OVERDUE;
    }
}
