package org.secondperiod.outreach.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.escalations.CheckService;
import org.secondperiod.outreach.escalations.EscalationService;
import org.secondperiod.outreach.followups.FollowUpService;
import org.secondperiod.outreach.promises.PromiseService;

/** Makes what a call leaves to be done what it should be: when it is logged, corrected, and taken back. */
@ApplicationScoped
public class LeavesService {

    private final PromiseService promises;
    private final FollowUpService followUps;
    private final CheckService checks;
    private final EscalationService escalations;

    LeavesService(
            PromiseService promises, FollowUpService followUps, CheckService checks, EscalationService escalations) {
        this.promises = promises;
        this.followUps = followUps;
        this.checks = checks;
        this.escalations = escalations;
    }

    /**
     * Leaves just this of what follows from what was said.
     *
     * @param hereSince since when the student is known to be here; null if not at all
     */
    public void reconcile(
            Handle tx, Origin origin, Leaves wanted, @Nullable Instant hereSince, String by, Instant now) {
        reconcile(tx, origin, wanted, false, hereSince, by, now);
    }

    /** Takes back all that a call has left and nobody has ended. */
    public void takeBack(Handle tx, Origin origin, String by, Instant now) {
        reconcile(tx, origin, Leaves.NOTHING, true, null, by, now);
    }

    private void reconcile(
            Handle tx, Origin origin, Leaves wanted, boolean all, @Nullable Instant hereSince, String by, Instant now) {
        promises.reconcile(tx, origin, wanted.promises(), all, hereSince, by, now);
        followUps.reconcile(tx, origin, wanted.followUps(), all, by, now);
        escalations.reconcile(tx, origin, wanted.escalates(), hereSince, by, now);
        checks.reconcile(tx, origin, wanted.buildingCheck(), hereSince, by, now);
    }

    /** What the school or the family promised in a call in words. */
    public void promised(Handle tx, Origin origin, List<NewPromise> inWords, String by, Instant now) {
        inWords.forEach(promise -> promises.open(tx, origin, promise, null, by, now));
    }

    /** Somebody is to see to this, which follows from a call. */
    public void followUp(Handle tx, Origin origin, NewFollowUp wanted, String by, Instant now) {
        followUps.open(tx, origin, wanted, null, by, now);
    }
}
