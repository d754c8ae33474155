package org.secondperiod.outreach.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.tasks.HoldDecision.Verdict;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore.Hold;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/** Takes in what leads decide of holds; whoever is held is looked at again at once. */
@ApplicationScoped
public class HoldService {

    private final SchoolLocks locks;
    private final HoldDecisionStore decisions;
    private final LookAgainStore lookAgain;

    HoldService(SchoolLocks locks, HoldDecisionStore decisions, LookAgainStore lookAgain) {
        this.locks = locks;
        this.decisions = decisions;
        this.lookAgain = lookAgain;
    }

    /** Puts a decision in force; an earlier one of the same hold is kept for the record. */
    public void decide(Handle tx, Hold hold, Verdict verdict, String why, String by, Instant now) {
        locks.take(tx, Set.of(), Set.of(hold.day().school()));
        decisions.add(tx, hold, verdict, why, by, now);
        lookAgain.holdsChanged(tx, hold.day(), now);
    }
}
