package org.secondperiod.outreach.attempts;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems.Violation;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.attempts.NewCall.About;
import org.secondperiod.outreach.attempts.SaidRules.When;
import org.secondperiod.outreach.attempts.TaskAfterCall.Hands;
import org.secondperiod.outreach.care.Leaves;
import org.secondperiod.outreach.care.LeavesService;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.promises.PromiseService;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.DayPlansService;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.HereStore;

/**
 * Logs calls and conversations: what was said, what becomes of the call tasks, and what is left to be done, in one transaction. A
 * call that was made is always taken in, whoever holds the task by then: nothing that somebody typed is lost.
 */
@ApplicationScoped
public class AttemptService {

    private final TasksInHandService tasks;
    private final HouseholdService households;
    private final DayPlansService plans;
    private final HereStore here;
    private final AttemptKeepingService keeping;
    private final LeavesService leaves;
    private final PromiseService promises;
    private final CallPolicy policy;

    AttemptService(
            TasksInHandService tasks,
            HouseholdService households,
            DayPlansService plans,
            HereStore here,
            AttemptKeepingService keeping,
            LeavesService leaves,
            PromiseService promises,
            CallPolicyService policies) {
        this.tasks = tasks;
        this.households = households;
        this.plans = plans;
        this.here = here;
        this.keeping = keeping;
        this.leaves = leaves;
        this.promises = promises;
        this.policy = policies.policy();
    }

    /** Logs a call as the system. @return its id */
    public String log(Handle tx, NewCall call, String by, Instant now) {
        List<StudentAtSchool> siblings = households.missingToo(tx, call);
        Map<StudentAtSchool, StoredTask> held = tasks.take(
                tx,
                by,
                Stream.concat(call.about().stream().map(About::of), siblings.stream())
                        .toList(),
                now);
        Map<SchoolOnDay, DayPlan> days = plans.of(
                tx, call.about().stream().map(about -> about.of().schoolOnDay()).collect(toSet()));
        refuseContradictions(call, days);
        String callId = "c-" + UUID.randomUUID();
        boolean mayHold = tasks.mayHold(tx, by, call.about().getFirst().taskId());
        List<String> ids = new ArrayList<>();
        for (About about : call.about()) {
            One one = new One(callId, call, about, held.get(about.of()), ids.isEmpty() && mayHold, ids.isEmpty(), by);
            ids.add(log(tx, one, endOf(about, days), now));
        }
        households.reached(tx, call, ids.getFirst(), siblings, held, by, now);
        return callId;
    }

    /** One student's part of a call. */
    private record One(
            String callId,
            NewCall call,
            About about,
            @Nullable StoredTask task,
            boolean mayHold,
            boolean first,
            String by) {

        /** Who sees to what it leaves, where nobody is named. */
        String usualOwner() {
            return call.usualOwner(about.of().school(), by);
        }
    }

    private String log(Handle tx, One one, @Nullable Instant endOfDay, Instant now) {
        About about = one.about();
        Attempt attempt = attempt(one, now);
        Origin origin = new Origin(about.of(), attempt.attemptId(), attempt.taskId(), attempt.startedAt());
        HereStore.Seen seen = here.seen(tx, about.of()).orElse(null);
        Instant hereSince = seen == null ? null : seen.at();
        Long left =
                one.task() == null ? null : tasks.called(tx, one.task(), after(one, one.task(), now), one.by(), now);
        InError error = InErrorRules.known(attempt, hereSince, seen == null ? null : seen.knownAt());
        keeping.add(tx, attempt.with(left, error), one.call().number());
        if (about.said().tells()) {
            promises.supersede(tx, about.of(), attempt.attemptId(), one.by(), now);
            households.told(tx, about.of(), one.by(), now);
        }
        leaves.reconcile(
                tx,
                origin,
                Leaves.of(about.said(), one.usualOwner(), endOfDay, now, policy.followUp()),
                hereSince,
                one.by(),
                now);
        leaves.promised(tx, origin, about.promised(), one.by(), now);
        return attempt.attemptId();
    }

    private AfterCall after(One one, StoredTask task, Instant now) {
        Hands hands = hands(task, one, now);
        Boolean goOn = one.first() ? one.call().goOn() : Boolean.FALSE;
        return TaskAfterCall.of(
                task.task().state(), hands, one.about().said(), goOn, one.call().startedAt(), now, policy);
    }

    private static Hands hands(StoredTask task, One one, Instant now) {
        if (task.task().state() != TaskState.CLAIMED) {
            return one.mayHold() ? Hands.YOURS : Hands.NOBODYS;
        }
        return task.isHeldBy(one.by(), now) || task.isHeldBy(one.call().calledBy(), now) ? Hands.YOURS : Hands.ANOTHERS;
    }

    private static Attempt attempt(One one, Instant now) {
        NewCall call = one.call();
        return new Attempt(
                "a-" + UUID.randomUUID(),
                one.callId(),
                one.task() == null ? null : one.task().taskId(),
                one.about().of(),
                call.channel(),
                one.about().said(),
                call.contactId(),
                one.about().note(),
                call.calledBy(),
                one.by(),
                call.startedAt(),
                now,
                now,
                null,
                null,
                null,
                1);
    }

    private static @Nullable Instant endOf(About about, Map<SchoolOnDay, DayPlan> days) {
        return days.get(about.of().schoolOnDay()) instanceof DayPlan.Open day ? day.endOfDay() : null;
    }

    private static void refuseContradictions(NewCall call, Map<SchoolOnDay, DayPlan> days) {
        List<Violation> violations = new ArrayList<>();
        for (About about : call.about()) {
            When when = new When(
                    call.channel().isAttempt(),
                    call.startedAt(),
                    about.of().day().date(),
                    endOf(about, days));
            SaidRules.contradictions(about.said(), when)
                    .forEach(each -> violations.add(new Violation(about.field() + each.field(), each.message())));
        }
        if (Set.of(Outcome.WRONG_NUMBER, Outcome.NOT_IN_SERVICE)
                        .contains(call.about().getFirst().said().outcome())
                && call.number() == null) {
            violations.add(new Violation("number", "must be given: which number is it"));
        }
        if (Boolean.TRUE.equals(call.goOn())
                && call.about().getFirst().said().outcome().isReached()) {
            violations.add(new Violation("keepClaim", "is for another number of a family that was not reached"));
        }
        if (!violations.isEmpty()) {
            throw AttemptProblems.contradicts(violations);
        }
    }
}
