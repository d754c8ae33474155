package org.secondperiod.outreach.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.problems.Problems.Violation;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.attempts.AttemptVersion.What;
import org.secondperiod.outreach.attempts.SaidRules.When;
import org.secondperiod.outreach.attempts.TaskAfterCall.Hands;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.attempts.db.RootCauseStore;
import org.secondperiod.outreach.care.Leaves;
import org.secondperiod.outreach.care.LeavesService;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.DayPlansService;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.HereStore;

/**
 * Corrects what a call was logged as: what it said before is kept, and what follows is made to follow from what it says now. The
 * task goes along, unless something else has become of it since. Who was reached is one for all whom the call was about: their parts
 * are corrected with it, and where no guardian was reached after all, the rest of the household is to be called again.
 */
@ApplicationScoped
public class AttemptCorrectionService {

    private final AttemptStore store;
    private final AttemptKeepingService keeping;
    private final TasksInHandService tasks;
    private final HouseholdService households;
    private final DayPlansService plans;
    private final HereStore here;
    private final LeavesService leaves;
    private final CallPolicy policy;

    AttemptCorrectionService(
            AttemptStore store,
            AttemptKeepingService keeping,
            TasksInHandService tasks,
            HouseholdService households,
            DayPlansService plans,
            HereStore here,
            LeavesService leaves,
            CallPolicyService policies) {
        this.store = store;
        this.keeping = keeping;
        this.tasks = tasks;
        this.households = households;
        this.plans = plans;
        this.here = here;
        this.leaves = leaves;
        this.policy = policies.policy();
    }

    /**
     * What it is to say.
     *
     * @param written null leaves what is written about it, an empty text takes it out
     * @param number which was dialled, in E.164; null leaves what is known
     * @param calledByWorksAt where who called works, if somebody else logged it: there they see to what stays open, where nobody is named
     */
    public record To(
            Said said,
            @Nullable String contactId,
            @Nullable Note written,
            @Nullable String number,
            Schools calledByWorksAt) {}

    /** Corrects one, by who logged it or leads there, and the others of the same call with it. As the system. */
    public CallChange correct(
            Handle tx, Attempt of, To to, String by, Schools leadsAt, @Nullable String ifMatch, Instant now) {
        if (!mayCorrect(of, by, leadsAt)) {
            throw AttemptProblems.notYours();
        }
        AsSystem.fromHereOn(tx);
        List<Attempt> parts = store.ofCall(tx, of.callId());
        List<StudentAtSchool> students = households.concernedBy(tx, parts);
        Map<StudentAtSchool, StoredTask> held = tasks.take(tx, by, students, now);
        Attempt attempt = current(tx, of, ifMatch);
        refuseContradictions(attempt, to.said(), endOfDay(tx, attempt));
        List<Attempt> changed = new ArrayList<>(List.of(attempt));
        List<Attempt> left = new ArrayList<>();
        if (stays(attempt, to.said(), held, now)) {
            left.add(attempt);
        }
        correct(tx, attempt, to, held, by, now);
        for (Attempt other : othersOf(tx, attempt, parts)) {
            Said said = other.said().afterCorrecting(attempt.said(), to.said());
            boolean may = mayCorrect(other, by, leadsAt);
            if (!said.equals(other.said()) && may) {
                correct(tx, other, new To(said, other.contactId(), null, null, to.calledByWorksAt()), held, by, now);
                changed.add(other);
            }
            if (stays(other, said, held, now) || (!may && wantsAnother(other, said, now))) {
                left.add(other);
            }
        }
        students.forEach(student -> tasks.decideAgain(tx, student, now));
        return new CallChange(changed, left);
    }

    private static boolean mayCorrect(Attempt attempt, String by, Schools leadsAt) {
        return by.equals(attempt.loggedBy())
                || by.equals(attempt.calledBy())
                || leadsAt.holds(attempt.of().school().value());
    }

    private List<Attempt> othersOf(Handle tx, Attempt attempt, List<Attempt> parts) {
        return parts.stream()
                .filter(part -> !part.attemptId().equals(attempt.attemptId()))
                .map(part -> store.lock(tx, part.attemptId()).orElse(part))
                .filter(part -> part.undoneAt() == null)
                .toList();
    }

    /** Whether the task would be another one by what is said now, and stays as it is, because something else has become of it. */
    private boolean stays(Attempt attempt, Said said, Map<StudentAtSchool, StoredTask> held, Instant now) {
        return attempt.isOvertaken(held.get(attempt.of())) && wantsAnother(attempt, said, now);
    }

    /** Whether something else would have become of the task if the call had been logged like this. */
    private boolean wantsAnother(Attempt attempt, Said said, Instant now) {
        return attempt.taskVersion() != null && !after(attempt, said, now).equals(after(attempt, attempt.said(), now));
    }

    private AfterCall after(Attempt attempt, Said said, Instant now) {
        return TaskAfterCall.of(TaskState.OPEN, Hands.NOBODYS, said, false, attempt.startedAt(), now, policy);
    }

    private void correct(
            Handle tx, Attempt attempt, To to, Map<StudentAtSchool, StoredTask> held, String by, Instant now) {
        Attempt corrected = attempt.corrected(to.said(), to.contactId(), now);
        StoredTask task = held.get(attempt.of());
        Long left = task == null || attempt.taskVersion() == null || attempt.isOvertaken(task)
                ? attempt.taskVersion()
                : taskToo(tx, task, corrected, by, now);
        keeping.correct(tx, corrected.with(left, corrected.error()), to.written(), to.number(), by);
        leaves.reconcile(
                tx,
                new Origin(attempt.of(), attempt.attemptId(), attempt.taskId(), attempt.startedAt()),
                Leaves.of(
                        to.said(),
                        attempt.usualOwner(to.calledByWorksAt()),
                        endOfDay(tx, attempt),
                        now,
                        policy.followUp()),
                here.seen(tx, attempt.of()).map(HereStore.Seen::at).orElse(null),
                by,
                now);
        if (attempt.said().outcome() == Outcome.REACHED_GUARDIAN && to.said().outcome() != Outcome.REACHED_GUARDIAN) {
            households.notReached(tx, attempt, held, TaskStep.What.CALL_CORRECTED, by, now);
        }
        if (to.said().tells()) {
            households.told(tx, attempt.of(), by, now);
        } else {
            households.tellsNoMore(tx, List.of(attempt.of()), by, now);
        }
    }

    /** Says that a call was made in error, and why; null: that it was right after all. As the system. */
    public void inError(
            Handle tx, Attempt of, @Nullable ErrorCause cause, String by, @Nullable String ifMatch, Instant now) {
        AsSystem.fromHereOn(tx);
        Attempt attempt = current(tx, of, ifMatch);
        InError error = cause == null
                ? null
                : new InError(
                        cause, attempt.error() == null ? null : attempt.error().evidenceAt(), by);
        keeping.change(tx, attempt.inError(error, now), cause == null ? What.NOT_IN_ERROR : What.FOUND_IN_ERROR, by);
    }

    /** Says what is at the root; a cause that is null takes it back. */
    public void rootCause(
            Handle tx, Attempt of, @Nullable RootCause cause, String by, @Nullable String ifMatch, Instant now) {
        AsSystem.fromHereOn(tx);
        Attempt attempt = store.lock(tx, of.attemptId()).orElseThrow(AttemptProblems::noSuchAttempt);
        refuseOthers(attempt, ifMatch);
        keeping.rootCause(tx, attempt.again(now), new RootCauseStore.Set(cause, by, now));
    }

    private Attempt current(Handle tx, Attempt of, @Nullable String ifMatch) {
        Attempt attempt = store.lock(tx, of.attemptId()).orElseThrow(AttemptProblems::noSuchAttempt);
        if (attempt.undoneAt() != null) {
            throw AttemptProblems.isUndone();
        }
        refuseOthers(attempt, ifMatch);
        return attempt;
    }

    private static void refuseOthers(Attempt attempt, @Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.equals("\"" + attempt.version() + "\"")) {
            throw AttemptProblems.changedMeanwhile();
        }
    }

    private @Nullable Instant endOfDay(Handle tx, Attempt attempt) {
        var day = attempt.of().schoolOnDay();
        return plans.of(tx, Set.of(day)).get(day) instanceof DayPlan.Open open ? open.endOfDay() : null;
    }

    private static void refuseContradictions(Attempt attempt, Said said, @Nullable Instant endOfDay) {
        List<Violation> violations = new ArrayList<>();
        SaidRules.contradictions(
                        said,
                        new When(
                                attempt.channel().isAttempt(),
                                attempt.startedAt(),
                                attempt.of().day().date(),
                                endOfDay))
                .forEach(each -> violations.add(new Violation(each.field(), each.message())));
        if (!attempt.channel().isAttempt() && !said.outcome().isReached()) {
            violations.add(new Violation("outcome", "of a conversation is with whom it was: one of REACHED_..."));
        }
        if (!violations.isEmpty()) {
            throw AttemptProblems.contradicts(violations);
        }
    }

    /** What becomes of the task, as if the call had been logged like this. */
    private Long taskToo(Handle tx, StoredTask task, Attempt corrected, String by, Instant now) {
        AfterCall after = after(corrected, corrected.said(), now);
        boolean kept = task.task().state() == TaskState.CLAIMED && after instanceof AfterCall.CallAgain;
        if (kept || !task.task().state().isUnfinished() && task.task().state() != TaskState.DONE) {
            return task.version();
        }
        StoredTask then = TasksInHandService.apply(task, after, String.valueOf(task.claimedBy()));
        if (then.task().equals(task.task()) && isTheSame(then, task, corrected)) {
            return task.version();
        }
        tasks.keep(tx, task, then, TaskStep.What.CALL_CORRECTED, by, now);
        return then.version();
    }

    /** A time to call again that nobody named is not counted anew. */
    private static boolean isTheSame(StoredTask then, StoredTask task, Attempt corrected) {
        return then.outlook().equals(task.outlook())
                || (corrected.said().callAgainAt() == null && then.task().state() == TaskState.OPEN);
    }
}
