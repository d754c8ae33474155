package org.secondperiod.outreach.tasks;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.join.DecisionService;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/**
 * Hands tasks to callers, one to one, for a time. Whoever asks gets a task that is decided on again in the same
 * transaction: a student who scanned a second ago is never handed out.
 */
@ApplicationScoped
public class ClaimService {

    private static final int CANDIDATES = 20;

    private final OutreachConfig config;
    private final SchoolLocks locks;
    private final TaskListing listing;
    private final TaskStore store;
    private final TaskService tasks;
    private final DecisionService decisions;
    private final LookAgainStore lookAgain;

    ClaimService(
            OutreachConfig config,
            SchoolLocks locks,
            TaskListing listing,
            TaskStore store,
            TaskService tasks,
            DecisionService decisions,
            LookAgainStore lookAgain) {
        this.config = config;
        this.locks = locks;
        this.listing = listing;
        this.store = store;
        this.tasks = tasks;
        this.decisions = decisions;
        this.lookAgain = lookAgain;
    }

    /** The task the caller holds already, else the first that waits; empty when there is none. */
    public Optional<StoredTask> next(Handle tx, String caller, SchoolScope scope, Instant now) {
        List<StoredTask> held = listing.heldBy(tx, caller, scope, now);
        List<StoredTask> candidates = new ArrayList<>(held);
        candidates.addAll(listing.waiting(tx, scope, now, CANDIDATES));
        while (!candidates.isEmpty()) {
            locks.take(tx, candidates.stream().map(task -> task.of().school()).collect(toSet()), Set.of());
            Optional<StoredTask> claimed = firstOf(tx, candidates, caller, now);
            if (claimed.isPresent() || candidates.size() < CANDIDATES) {
                return claimed;
            }
            List<StoredTask> tried = candidates;
            candidates = new ArrayList<>(listing.waiting(tx, scope, now, tried.size() + CANDIDATES));
            candidates.removeIf(
                    task -> tried.stream().anyMatch(one -> one.taskId().equals(task.taskId())));
        }
        return Optional.empty();
    }

    private Optional<StoredTask> firstOf(Handle tx, List<StoredTask> candidates, String caller, Instant now) {
        for (StoredTask candidate : candidates) {
            if (lookAgain.lockUnlessTaken(tx, candidate.of())) {
                StoredTask task = decideAgain(tx, candidate, now);
                if (task.isHeldBy(caller, now)) {
                    return Optional.of(task);
                }
                if (task.task().state() == TaskState.OPEN) {
                    return Optional.of(claim(tx, task, caller, What.CLAIMED, now));
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the caller this very task, or more time with it. */
    public StoredTask claim(Handle tx, StoredTask wanted, String caller, Instant now) {
        locks.take(tx, Set.of(wanted.of().school()), Set.of());
        StoredTask task = decideAgain(tx, wanted, now);
        if (task.isHeldBy(caller, now)) {
            return claim(tx, task, caller, What.CLAIM_EXTENDED, now);
        }
        return switch (task.task().state()) {
            case OPEN -> claim(tx, task, caller, What.CLAIMED, now);
            case CLAIMED -> throw TaskProblems.claimedByAnother();
            default -> throw TaskProblems.notCallable(task.task().state());
        };
    }

    /** Puts a claimed task back into the queue. */
    public StoredTask release(Handle tx, StoredTask wanted, String by, boolean anybodys, Instant now) {
        locks.take(tx, Set.of(wanted.of().school()), Set.of());
        StoredTask task = decideAgain(tx, wanted, now);
        if (task.task().state() != TaskState.CLAIMED || !(anybodys || task.isHeldBy(by, now))) {
            throw TaskProblems.notYours();
        }
        StoredTask free = task.free();
        tasks.keep(tx, List.of(new TaskStep(free, task.task().state(), What.RELEASED, null, by, now)), now);
        return decideAgain(tx, free, now);
    }

    private StoredTask decideAgain(Handle tx, StoredTask task, Instant now) {
        decisions.decide(tx, Set.of(task.of()), now);
        return store.byId(tx, task.taskId()).orElseThrow(TaskProblems::noSuchTask);
    }

    private StoredTask claim(Handle tx, StoredTask task, String caller, What what, Instant now) {
        StoredTask claimed = task.claimed(caller, now.plus(config.claimLease()));
        tasks.keep(tx, List.of(new TaskStep(claimed, task.task().state(), what, null, caller, now)), now);
        lookAgain.noLaterThan(tx, task.of(), now.plus(config.claimLease()));
        return claimed;
    }
}
