package org.secondperiod.outreach.promises;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.care.NewFollowUp;
import org.secondperiod.outreach.care.NewPromise;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.care.db.CareStepStore;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.followups.FollowUpService;
import org.secondperiod.outreach.promises.Promise.Kind;
import org.secondperiod.outreach.promises.Promise.State;
import org.secondperiod.outreach.promises.PromiseRules.Verdict;
import org.secondperiod.outreach.promises.db.PromiseStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Takes promises in and ends them, by hand or as facts say; every step is kept. */
@ApplicationScoped
public class PromiseService {

    private final PromiseStore store;
    private final CareStepStore steps;
    private final FollowUpService followUps;

    PromiseService(PromiseStore store, CareStepStore steps, FollowUpService followUps) {
        this.store = store;
        this.steps = steps;
        this.followUps = followUps;
    }

    /** Takes one in. @param hereSince since when the student is known to be here; null if not at all */
    public void open(Handle tx, Origin origin, NewPromise wanted, @Nullable Instant hereSince, String by, Instant now) {
        Promise promise = new Promise(
                "p-" + UUID.randomUUID(),
                origin,
                wanted.side(),
                wanted.kind(),
                wanted.what(),
                wanted.owner(),
                wanted.dueAt(),
                State.OPEN,
                now,
                null,
                null,
                1);
        keep(tx, promise, "MADE", by, now);
        if (PromiseRules.judge(promise, hereSince, now) == Verdict.KEPT) {
            kept(tx, promise, hereSince, now);
        }
    }

    /**
     * Leaves just these of the arrivals that a family promised in a call: what is missing is taken in, what is too much is
     * withdrawn. What either side promised in words stays, unless {@code alsoInWords}.
     */
    public void reconcile(
            Handle tx,
            Origin origin,
            List<NewPromise> wanted,
            boolean alsoInWords,
            @Nullable Instant hereSince,
            String by,
            Instant now) {
        List<NewPromise> missing = new ArrayList<>(wanted);
        for (Promise promise : store.lockOfAttempt(tx, String.valueOf(origin.attemptId()))) {
            boolean counts = promise.state() != State.WITHDRAWN && (promise.kind() == Kind.COMING_IN || alsoInWords);
            if (counts && !missing.removeIf(each -> isThe(each, promise))) {
                withdraw(tx, promise, by, now);
            }
        }
        missing.forEach(each -> open(tx, origin, each, hereSince, by, now));
    }

    private static boolean isThe(NewPromise wanted, Promise promise) {
        return wanted.side() == promise.side()
                && wanted.kind() == promise.kind()
                && wanted.dueAt().equals(promise.dueAt());
    }

    /** The family has said something else since: that the student comes in by a time which another call heard counts no more. */
    public void supersede(Handle tx, StudentAtSchool of, String exceptAttempt, String by, Instant now) {
        store.lockComing(tx, List.of(of)).stream()
                .filter(promise -> promise.state() == State.OPEN)
                .filter(promise -> !exceptAttempt.equals(promise.origin().attemptId()))
                .forEach(promise -> withdraw(tx, promise, by, now));
    }

    /** These students are known to be here since then. */
    public void arrived(Handle tx, Map<StudentAtSchool, Instant> since, Instant now) {
        for (Promise promise : store.lockComing(tx, since.keySet())) {
            Instant here = since.get(promise.origin().of());
            if (PromiseRules.judge(promise, here, now) == Verdict.KEPT) {
                kept(tx, promise, here, now);
            }
        }
    }

    /**
     * Settles one whose time has come.
     *
     * @return what became of it
     */
    Verdict settle(Handle tx, Promise promise, @Nullable Instant hereSince, Instant now) {
        Verdict verdict = PromiseRules.judge(promise, hereSince, now);
        switch (verdict) {
            case KEPT -> kept(tx, promise, hereSince, now);
            case NOT_KEPT -> {
                keep(tx, promise.ended(State.NOT_KEPT, promise.dueAt(), null), "NOT_KEPT", null, now);
                followUp(tx, promise, FollowUp.Kind.DID_NOT_COME, now);
            }
            case OVERDUE -> {
                store.keep(tx, promise, null);
                followUp(tx, promise, FollowUp.Kind.PROMISE_IS_DUE, now);
            }
            case NOTHING -> store.keep(tx, promise, lookAgainAt(promise, now));
        }
        return verdict;
    }

    private void followUp(Handle tx, Promise promise, FollowUp.Kind kind, Instant now) {
        followUps.open(
                tx,
                promise.origin(),
                new NewFollowUp(kind, null, null, promise.owner(), now),
                promise.promiseId(),
                null,
                now);
    }

    /** Somebody says how it ended; again, another end takes its place. */
    public Promise end(Handle tx, Promise promise, State how, String by, Instant now) {
        if (promise.state() == State.WITHDRAWN) {
            throw PromiseProblems.isWithdrawn();
        }
        Promise ended = keep(tx, promise.ended(how, now, by), how.name(), by, now);
        followUps.promiseEnded(tx, promise.promiseId(), by, now);
        return ended;
    }

    private void withdraw(Handle tx, Promise promise, String by, Instant now) {
        keep(tx, promise.ended(State.WITHDRAWN, now, by), State.WITHDRAWN.name(), by, now);
        followUps.promiseEnded(tx, promise.promiseId(), by, now);
    }

    private void kept(Handle tx, Promise promise, @Nullable Instant at, Instant now) {
        keep(tx, promise.ended(State.KEPT, at, null), State.KEPT.name(), null, now);
        followUps.promiseEnded(tx, promise.promiseId(), null, now);
    }

    private Promise keep(Handle tx, Promise promise, String happened, @Nullable String by, Instant now) {
        store.keep(tx, promise, lookAgainAt(promise, now));
        steps.add(tx, List.of(promise.step(happened, by, now)));
        return promise;
    }

    /** A promise that is logged after its time is looked at at once. */
    private static @Nullable Instant lookAgainAt(Promise promise, Instant now) {
        boolean waits = promise.state() == State.OPEN && (now.isBefore(promise.dueAt()) || promise.version() == 1);
        return waits ? promise.dueAt() : null;
    }
}
