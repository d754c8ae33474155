package org.secondperiod.outreach.promises;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.join.DecisionService;
import org.secondperiod.outreach.promises.PromiseRules.Verdict;
import org.secondperiod.outreach.promises.db.PromiseStore;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.tasks.TaskService;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.HereStore;

/**
 * Looks at promises whose time has come. The student is decided on again first; who was promised and is not here goes to the
 * follow-ups, and the call task ends. Any replica may do it: what one of them has in hand the others leave alone.
 */
@ApplicationScoped
public class PromiseSweep {

    private static final int BATCH = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final PromiseStore store;
    private final PromiseService promises;
    private final SchoolLocks locks;
    private final DecisionService decisions;
    private final HereStore here;
    private final TaskStore taskStore;
    private final TaskService tasks;

    PromiseSweep(
            Jdbi jdbi,
            Clock clock,
            PromiseStore store,
            PromiseService promises,
            SchoolLocks locks,
            DecisionService decisions,
            HereStore here,
            TaskStore taskStore,
            TaskService tasks) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.store = store;
        this.promises = promises;
        this.locks = locks;
        this.decisions = decisions;
        this.here = here;
        this.taskStore = taskStore;
        this.tasks = tasks;
    }

    /** Settles all whose time has come. */
    public void run() {
        AsSystem.run(() -> {
            Instant now = Times.now(clock);
            for (String id : jdbi.inTransaction(tx -> store.due(tx, now, BATCH))) {
                jdbi.useTransaction(tx -> settle(tx, id, now));
            }
        });
    }

    private void settle(Handle tx, String id, Instant now) {
        if (!store.takeUnlessTaken(tx, id)) {
            return;
        }
        StudentAtSchool of = store.byId(tx, id).orElseThrow().origin().of();
        locks.take(tx, Set.of(of.school()), Set.of());
        decisions.decide(tx, Set.of(of), now);
        Promise promise = store.lock(tx, id).orElseThrow();
        Verdict verdict = promises.settle(tx, promise, here.since(tx, of).orElse(null), now);
        if (verdict == Verdict.NOT_KEPT) {
            didNotCome(tx, of, now);
        }
    }

    private void didNotCome(Handle tx, StudentAtSchool of, Instant now) {
        taskStore.load(tx, List.of(of)).values().stream()
                .filter(task -> task.task().state() == TaskState.AWAITING_ARRIVAL)
                .filter(task -> task.outlook().expectedBy() == null
                        || !now.isBefore(task.outlook().expectedBy()))
                .forEach(task -> tasks.keep(
                        tx,
                        List.of(new TaskStep(
                                task.called(
                                        task.task().called(TaskState.DONE),
                                        task.claimedBy(),
                                        task.outlook().closed()),
                                task.task().state(),
                                TaskStep.What.DID_NOT_COME,
                                null,
                                null,
                                now)),
                        now));
    }
}
