package org.secondperiod.outreach.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.tasks.HoldDecision.Verdict;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore.Hold;
import org.secondperiod.outreach.tasks.db.HoldListing;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/** Takes in what leads decide of holds; whoever is held is looked at again at once. */
@ApplicationScoped
public class HoldService {

    private final SchoolLocks locks;
    private final HoldListing listing;
    private final HoldDecisionStore decisions;
    private final LookAgainStore lookAgain;

    HoldService(SchoolLocks locks, HoldListing listing, HoldDecisionStore decisions, LookAgainStore lookAgain) {
        this.locks = locks;
        this.listing = listing;
        this.decisions = decisions;
        this.lookAgain = lookAgain;
    }

    /**
     * Puts a decision in force; an earlier one of the same hold is kept for the record. Nobody decides ahead: where no student
     * is held for that reason, it is refused. The decision that is in force already, by the same person, changes nothing; one that
     * somebody has made since the client looked is not replaced.
     *
     * @param ifMatch the version of the decision that it takes the place of, quoted; null: of whichever there is
     * @return the version of the decision that is in force now
     */
    public long decide(
            Handle tx, Hold hold, Verdict verdict, String why, String by, @Nullable String ifMatch, Instant now) {
        locks.take(tx, Set.of(), Set.of(hold.day().school()));
        long version = decisions.version(tx, hold);
        if (decisions.isInForce(tx, hold, verdict, why, by)) {
            return version;
        }
        if (!listing.isThere(tx, hold)) {
            throw TaskProblems.nobodyIsHeld();
        }
        if (ifMatch != null && !ifMatch.equals("\"" + version + "\"")) {
            throw TaskProblems.decidedMeanwhile();
        }
        decisions.add(tx, hold, verdict, why, by, now);
        lookAgain.holdsChanged(tx, hold.day(), now);
        return decisions.version(tx, hold);
    }
}
