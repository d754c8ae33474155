package org.secondperiod.outreach.attempts;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.outreach.attempts.NewCall.About;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.attempts.db.HouseholdStore;
import org.secondperiod.outreach.care.LeavesService;
import org.secondperiod.outreach.care.NewFollowUp;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.followups.FollowUpService;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Sees to it that a household which was reached is not called again that day, and that no child is lost by that: whom the call was
 * not about is not handed out any more, and whoever reached the family is to ask about them too.
 */
@ApplicationScoped
public class HouseholdService {

    private final HouseholdStore store;
    private final AttemptStore attempts;
    private final TasksInHandService tasks;
    private final LeavesService leaves;
    private final FollowUpService followUps;

    HouseholdService(
            HouseholdStore store,
            AttemptStore attempts,
            TasksInHandService tasks,
            LeavesService leaves,
            FollowUpService followUps) {
        this.store = store;
        this.attempts = attempts;
        this.tasks = tasks;
        this.leaves = leaves;
        this.followUps = followUps;
    }

    /**
     * Whose families are still to be called, of the household that a call reached; none where it reached no guardian. Not those at
     * schools where the caller does not call: they could not be asked to see to them.
     */
    List<StudentAtSchool> missingToo(Handle tx, NewCall call) {
        About first = call.about().getFirst();
        if (first.said().outcome() != Outcome.REACHED_GUARDIAN) {
            return List.of();
        }
        AsSystem.fromHereOn(tx);
        return store
                .missingToo(
                        tx,
                        call.about().stream().map(about -> about.of().student()).collect(toSet()),
                        first.of().day())
                .stream()
                .filter(sibling -> call.mine().holds(sibling.school()))
                .toList();
    }

    /** The household was reached: these of it were not spoken of. @param attemptId the call that reached it */
    void reached(
            Handle tx,
            NewCall call,
            String attemptId,
            List<StudentAtSchool> siblings,
            Map<StudentAtSchool, StoredTask> held,
            String by,
            Instant now) {
        for (StudentAtSchool sibling : siblings) {
            StoredTask task = held.get(sibling);
            if (task != null
                    && (task.task().state() == TaskState.OPEN || task.task().state() == TaskState.CLAIMED)) {
                StoredTask then = task.next(task.task());
                tasks.keep(tx, task, then.with(then.outlook().reached(now)), What.HOUSEHOLD_REACHED, by, now);
                leaves.followUp(
                        tx,
                        new Origin(sibling, attemptId, task.taskId(), now),
                        new NewFollowUp(
                                FollowUp.Kind.ASK_ABOUT_A_SIBLING,
                                null,
                                null,
                                call.usualOwner(sibling.school(), by),
                                now),
                        by,
                        now);
            }
        }
    }

    /** The family has told of this student: nobody is to ask about them any more. */
    void told(Handle tx, StudentAtSchool of, String by, Instant now) {
        followUps.nothingToAsk(tx, List.of(of), by, now);
    }

    /** A call no longer tells of these students: whoever reached their household is to ask again. */
    void tellsNoMore(Handle tx, Collection<StudentAtSchool> of, String by, Instant now) {
        followUps.askAgain(tx, of, by, now);
    }

    /** Whom a call was about, and whom it has taken out of the queue. @param parts all of it */
    List<StudentAtSchool> concernedBy(Handle tx, List<Attempt> parts) {
        return Stream.concat(
                        parts.stream().map(Attempt::of), parts.stream().flatMap(part -> takenOutBy(tx, part).stream()))
                .toList();
    }

    private List<StudentAtSchool> takenOutBy(Handle tx, Attempt attempt) {
        return store.takenOut(tx, attempt.of().day(), attempt.recordedAt(), attempt.attemptId());
    }

    /**
     * The call has reached nobody's household after all: whom it took out of the queue is in it again, and nobody is to ask about them.
     * A call that was made about one of them since is not touched by that, and can itself be taken back or corrected as before.
     */
    void notReached(
            Handle tx, Attempt attempt, Map<StudentAtSchool, StoredTask> held, What what, String by, Instant now) {
        for (StudentAtSchool sibling : takenOutBy(tx, attempt)) {
            StoredTask task = held.get(sibling);
            if (task != null) {
                StoredTask then = task.next(task.task());
                tasks.keep(tx, task, then.with(then.outlook().reached(null)), what, by, now);
                attempts.taskIsNow(tx, task.taskId(), task.version(), then.version());
            }
        }
        followUps.nobodyToAsk(tx, attempt.attemptId(), by, now);
    }
}
