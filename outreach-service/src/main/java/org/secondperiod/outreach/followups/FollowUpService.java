package org.secondperiod.outreach.followups;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.care.NewFollowUp;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.care.db.CareStepStore;
import org.secondperiod.outreach.followups.FollowUp.Kind;
import org.secondperiod.outreach.followups.FollowUp.State;
import org.secondperiod.outreach.followups.db.FollowUpStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Opens follow-ups, gives them into other hands, and ends them; every step is kept. */
@ApplicationScoped
public class FollowUpService {

    private final FollowUpStore store;
    private final CareStepStore steps;

    FollowUpService(FollowUpStore store, CareStepStore steps) {
        this.store = store;
        this.steps = steps;
    }

    /** Opens one. @param promiseId what it is about; @param by null where it opens by itself */
    public FollowUp open(
            Handle tx,
            Origin origin,
            NewFollowUp wanted,
            @Nullable String promiseId,
            @Nullable String by,
            Instant now) {
        return keep(
                tx,
                new FollowUp(
                        "f-" + UUID.randomUUID(),
                        origin,
                        promiseId,
                        wanted.kind(),
                        wanted.referTo(),
                        wanted.what(),
                        wanted.owner(),
                        wanted.dueAt(),
                        State.OPEN,
                        by,
                        now,
                        null,
                        null,
                        null,
                        1),
                "OPENED",
                by,
                now);
    }

    /**
     * Leaves just these of what a call opened: what is missing is opened, what is too much is withdrawn, what is done stays.
     *
     * @param all whether what follows from more than what was said goes too: brothers and sisters who are missing
     */
    public void reconcile(Handle tx, Origin origin, List<NewFollowUp> wanted, boolean all, String by, Instant now) {
        List<NewFollowUp> missing = new ArrayList<>(wanted);
        for (FollowUp open : store.lockOpenOfAttempt(tx, String.valueOf(origin.attemptId()))) {
            boolean ofAnother = open.promiseId() != null || (open.kind() == Kind.ASK_ABOUT_A_SIBLING && !all);
            boolean stays = missing.removeIf(each -> isThe(each, open)) || ofAnother;
            if (!stays) {
                end(tx, open, State.WITHDRAWN, null, by, now);
            }
        }
        missing.forEach(each -> open(tx, origin, each, null, by, now));
    }

    private static boolean isThe(NewFollowUp wanted, FollowUp open) {
        return wanted.kind() == open.kind()
                && wanted.referTo() == open.referTo()
                && wanted.owner().equals(open.owner());
    }

    /** There is nothing left to do about this promise. */
    public void promiseEnded(Handle tx, String promiseId, @Nullable String by, Instant now) {
        store.lockOpenOfPromise(tx, promiseId).forEach(open -> end(tx, open, State.WITHDRAWN, null, by, now));
    }

    /** There is nothing left to ask about these brothers and sisters. @param by null where that came about by itself */
    public void nothingToAsk(Handle tx, Collection<StudentAtSchool> siblings, @Nullable String by, Instant now) {
        store.lockOpenAsking(tx, siblings).forEach(open -> end(tx, open, State.WITHDRAWN, null, by, now));
    }

    /** There is nobody to ask about because of this call: it has reached no household. */
    public void nobodyToAsk(Handle tx, String attemptId, String by, Instant now) {
        store.lockOpenOfAttempt(tx, attemptId).stream()
                .filter(open -> open.kind() == Kind.ASK_ABOUT_A_SIBLING)
                .forEach(open -> end(tx, open, State.WITHDRAWN, null, by, now));
    }

    /** Asks again about those of them who wait for a call again, and of whom nobody has been told since. */
    public void askAgain(Handle tx, Collection<StudentAtSchool> siblings, @Nullable String by, Instant now) {
        store.lockToAskAgain(tx, siblings).forEach(was -> keep(tx, was.openAgain(), "REOPENED", by, now));
    }

    /** Gives it to somebody else, or until another time. */
    public FollowUp reassign(Handle tx, FollowUp followUp, String to, @Nullable Instant dueAt, String by, Instant now) {
        requireOpen(followUp);
        return keep(
                tx,
                followUp.reassigned(to, dueAt == null ? followUp.dueAt() : dueAt),
                to.equals(followUp.owner()) ? "DUE_CHANGED" : "REASSIGNED",
                by,
                now);
    }

    /** It is done. @param came what came of it, in words; null where nobody says */
    public FollowUp done(Handle tx, FollowUp followUp, @Nullable String came, String by, Instant now) {
        requireOpen(followUp);
        return end(tx, followUp, State.DONE, came, by, now);
    }

    private FollowUp end(Handle tx, FollowUp open, State how, @Nullable String came, @Nullable String by, Instant now) {
        return keep(tx, open.ended(how, by, now, came), how.name(), by, now);
    }

    private static void requireOpen(FollowUp followUp) {
        if (followUp.state() != State.OPEN) {
            throw FollowUpProblems.isOver(followUp.state());
        }
    }

    private FollowUp keep(Handle tx, FollowUp followUp, String happened, @Nullable String by, Instant now) {
        store.keep(tx, followUp);
        steps.add(tx, List.of(followUp.step(happened, by, now)));
        return followUp;
    }
}
