package org.secondperiod.outreach.attempts;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.outreach.join.DecisionService;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Outlook;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskService;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.tasks.db.CallerLocks;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/** Call tasks while something is logged of them: locked, decided on again at this moment, and changed. As the system. */
@ApplicationScoped
public class TasksInHandService {

    private final CallerLocks callers;
    private final SchoolLocks locks;
    private final DecisionService decisions;
    private final TaskStore store;
    private final TaskListing listing;
    private final TaskService tasks;
    private final LookAgainStore lookAgain;

    TasksInHandService(
            CallerLocks callers,
            SchoolLocks locks,
            DecisionService decisions,
            TaskStore store,
            TaskListing listing,
            TaskService tasks,
            LookAgainStore lookAgain) {
        this.callers = callers;
        this.locks = locks;
        this.decisions = decisions;
        this.store = store;
        this.listing = listing;
        this.tasks = tasks;
        this.lookAgain = lookAgain;
    }

    /** The tasks of these students as they are now, nobody else's until the transaction ends; who has none is missing. */
    Map<StudentAtSchool, StoredTask> take(Handle tx, String caller, Collection<StudentAtSchool> students, Instant now) {
        AsSystem.fromHereOn(tx);
        callers.oneAtATime(tx, caller);
        locks.take(tx, students.stream().map(StudentAtSchool::school).collect(toSet()), Set.of());
        decisions.decide(tx, new HashSet<>(students), now);
        return store.load(tx, students);
    }

    /** Whether the caller may hold this task: nobody holds two. */
    boolean mayHold(Handle tx, String caller, @Nullable String taskId) {
        return listing.claimedBy(tx, caller).stream()
                .allMatch(task -> task.taskId().equals(taskId));
    }

    /** Does to a task what a call does. @return the version that it left; null where it left the task as it was */
    @Nullable
    Long called(Handle tx, StoredTask task, AfterCall after, String by, Instant now) {
        StoredTask then = apply(task, after, by);
        keep(tx, task, then, what(after), by, now);
        if (after instanceof AfterCall.Keep keep) {
            lookAgain.noLaterThan(tx, task.of(), keep.until());
        }
        return after instanceof AfterCall.Add ? null : then.version();
    }

    /** The task after a call, a step later. */
    static StoredTask apply(StoredTask task, AfterCall after, String by) {
        CallTask before = task.task();
        Outlook outlook = task.outlook();
        return switch (after) {
            case AfterCall.Keep keep ->
                task.called(before.calledAndKept(keep.until()), by, outlook.callAgain(null, false));
            case AfterCall.CallAgain again ->
                task.called(before.called(TaskState.OPEN), by, outlook.callAgain(again.at(), again.agreed()));
            case AfterCall.Expect expect ->
                task.called(before.called(TaskState.AWAITING_ARRIVAL), by, outlook.expected(expect.by()));
            case AfterCall.Finish finish -> task.called(before.called(TaskState.DONE), by, outlook.closed());
            case AfterCall.Add add -> task.called(before.attemptAdded(), task.claimedBy(), outlook);
        };
    }

    private static What what(AfterCall after) {
        return switch (after) {
            case AfterCall.Keep it -> What.CALLED;
            case AfterCall.CallAgain it -> What.CALLED;
            case AfterCall.Expect it -> What.EXPECTED;
            case AfterCall.Finish it -> What.FINISHED;
            case AfterCall.Add it -> What.CALL_ADDED;
        };
    }

    /** Keeps a step that somebody took. */
    void keep(Handle tx, StoredTask before, StoredTask after, What what, String by, Instant now) {
        tasks.keep(tx, List.of(new TaskStep(after, before.task().state(), what, null, by, now)), now);
    }

    /** Decides again on a student whose task somebody changed. */
    void decideAgain(Handle tx, StudentAtSchool of, Instant now) {
        decisions.decide(tx, Set.of(of), now);
    }
}
