package org.secondperiod.outreach.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.outreach.attempts.AttemptVersion.What;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.care.LeavesService;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Takes back a call at once, as if it had never been: with all its students, with what it left to be done, and with what became of
 * the tasks, unless something else has become of them since.
 */
@ApplicationScoped
public class AttemptUndoService {

    private final AttemptStore store;
    private final AttemptKeepingService keeping;
    private final TasksInHandService tasks;
    private final HouseholdService households;
    private final LeavesService leaves;
    private final CallPolicy policy;

    AttemptUndoService(
            AttemptStore store,
            AttemptKeepingService keeping,
            TasksInHandService tasks,
            HouseholdService households,
            LeavesService leaves,
            CallPolicyService policies) {
        this.store = store;
        this.keeping = keeping;
        this.tasks = tasks;
        this.households = households;
        this.leaves = leaves;
        this.policy = policies.policy();
    }

    /**
     * Takes back the whole call that this attempt is a part of; of the tasks, the one of this part is in the caller's hands then. Again, it
     * changes nothing.
     */
    public CallChange undo(Handle tx, Attempt of, String by, Instant now) {
        AsSystem.fromHereOn(tx);
        if (!by.equals(of.loggedBy())) {
            throw AttemptProblems.notYours();
        }
        if (of.undoneAt() != null) {
            return CallChange.NONE;
        }
        if (now.isAfter(of.recordedAt().plus(policy.undo()))) {
            throw AttemptProblems.tooLate(policy.undo());
        }
        List<Attempt> all = store.ofCall(tx, of.callId());
        List<StudentAtSchool> students = households.concernedBy(tx, all);
        Map<StudentAtSchool, StoredTask> held = tasks.take(tx, by, students, now);
        boolean mayHold = tasks.mayHold(tx, by, of.taskId());
        List<Attempt> parts = all.stream()
                .map(part -> store.lock(tx, part.attemptId()).orElse(part))
                .filter(part -> part.undoneAt() == null)
                .toList();
        for (Attempt part : parts) {
            boolean named = part.attemptId().equals(of.attemptId());
            undo(tx, part, held.get(part.of()), mayHold && named, by, now);
            households.notReached(tx, part, held, TaskStep.What.CALL_UNDONE, by, now);
        }
        students.forEach(student -> tasks.decideAgain(tx, student, now));
        households.tellsNoMore(tx, parts.stream().map(Attempt::of).toList(), by, now);
        return new CallChange(
                parts,
                parts.stream()
                        .filter(part -> part.isOvertaken(held.get(part.of())))
                        .toList());
    }

    private void undo(Handle tx, Attempt attempt, @Nullable StoredTask task, boolean mayHold, String by, Instant now) {
        keeping.change(tx, attempt.undone(now), What.UNDONE, by);
        leaves.takeBack(
                tx, new Origin(attempt.of(), attempt.attemptId(), attempt.taskId(), attempt.startedAt()), by, now);
        if (task != null && attempt.taskVersion() != null && !attempt.isOvertaken(task)) {
            tasks.keep(tx, task, before(tx, task, mayHold, by, now), TaskStep.What.CALL_UNDONE, by, now);
        }
    }

    /** The task as if the call had not been: in the caller's hands, where they may hold it, else in the queue. */
    private StoredTask before(Handle tx, StoredTask task, boolean mayHold, String by, Instant now) {
        Attempt last = store.ofTask(tx, task.taskId()).stream()
                .filter(each -> each.undoneAt() == null)
                .reduce((one, later) -> later)
                .orElse(null);
        CallTask is = task.task();
        CallTask open = new CallTask(
                mayHold ? TaskState.CLAIMED : TaskState.OPEN,
                is.weakEvidence(),
                last != null,
                mayHold ? now.plus(policy.lease()) : null,
                null,
                is.arrivedAt(),
                is.flag());
        Instant again = last == null ? null : last.said().callAgainAt();
        return task.called(
                open,
                by,
                task.outlook()
                        .callAgain(
                                mayHold ? null : again,
                                again != null && last.said().result() != null));
    }
}
