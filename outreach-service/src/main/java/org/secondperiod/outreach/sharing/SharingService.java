package org.secondperiod.outreach.sharing;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.followups.FollowUpService;
import org.secondperiod.outreach.followups.db.FollowUpStore;
import org.secondperiod.outreach.join.DecisionService;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.scripts.Scripts;
import org.secondperiod.outreach.sharing.ToShare.Caller;
import org.secondperiod.outreach.sharing.db.AssignmentStore;
import org.secondperiod.outreach.sharing.db.AssignmentStore.Waiting;
import org.secondperiod.outreach.tasks.ClaimService;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskService;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskStore;

/** Shares a school's calls out, and has one caller's taken over by another. */
@ApplicationScoped
public class SharingService {

    private final AssignmentStore store;
    private final NamesService names;
    private final TaskStore tasks;
    private final TaskListing listing;
    private final TaskService steps;
    private final ClaimService claims;
    private final SchoolLocks locks;
    private final DecisionService decisions;
    private final FollowUpStore toFollowUp;
    private final FollowUpService followUps;

    SharingService(
            AssignmentStore store,
            NamesService names,
            TaskStore tasks,
            TaskListing listing,
            TaskService steps,
            ClaimService claims,
            SchoolLocks locks,
            DecisionService decisions,
            FollowUpStore toFollowUp,
            FollowUpService followUps) {
        this.store = store;
        this.names = names;
        this.tasks = tasks;
        this.listing = listing;
        this.steps = steps;
        this.claims = claims;
        this.locks = locks;
        this.decisions = decisions;
        this.toFollowUp = toFollowUp;
        this.followUps = followUps;
    }

    /** How the calls of a school's day that wait might be shared out. */
    public List<Share> propose(Handle tx, SchoolOnDay of, List<Caller> callers) {
        List<Waiting> waiting = store.waiting(tx, of);
        Map<At, StudentView> known = names.open(
                tx,
                waiting.stream()
                        .map(each -> new At(each.student(), of.school()))
                        .toList());
        return Sharing.of(
                waiting.stream()
                        .map(each -> new ToShare(
                                each.taskId(),
                                each.household(),
                                language(known.get(new At(each.student(), of.school()))),
                                each.lastReachedBy()))
                        .toList(),
                callers);
    }

    private static @Nullable String language(@Nullable StudentView student) {
        return student == null || student.language() == null ? null : Scripts.primary(student.language());
    }

    /**
     * Shares calls out.
     *
     * @param callers by task; null for anybody again
     * @return the tasks as they are now
     */
    public List<StoredTask> assign(
            Handle tx, SchoolOnDay of, Map<String, @Nullable String> callers, String by, Instant now) {
        List<StoredTask> found = decidedAnew(tx, of, callers.keySet(), now);
        boolean fits = found.size() == callers.size()
                && found.stream()
                        .allMatch(task -> task.of().schoolOnDay().equals(of)
                                && task.task().state().isUnfinished());
        if (!fits) {
            throw SharingProblems.notToBeShared();
        }
        return keep(tx, found, callers, by, now);
    }

    private List<StoredTask> keep(
            Handle tx, Collection<StoredTask> found, Map<String, @Nullable String> callers, String by, Instant now) {
        store.put(tx, found, callers, by, now);
        List<TaskStep> shared = new ArrayList<>();
        for (StoredTask task : found) {
            shared.add(new TaskStep(task.next(task.task()), task.task().state(), What.SHARED_OUT, null, by, now));
        }
        steps.keep(tx, shared, now);
        return shared.stream().map(TaskStep::after).toList();
    }

    /** What changed hands. */
    public record TakenOver(int calls, int followUps) {}

    /**
     * Somebody goes home: what was shared out to them is another caller's, or anybody's again, what they hold goes back to the queue, and
     * what they were to follow up, which is always somebody's, is the other caller's, else of who says so.
     *
     * @param to null: anybody
     * @param seen the calls that whoever says so has seen to be theirs: with others nothing changes hands; null: whatever is theirs
     */
    public TakenOver takeOver(
            Handle tx,
            SchoolOnDay of,
            String from,
            @Nullable String to,
            @Nullable Set<String> seen,
            String by,
            Instant now) {
        List<StoredTask> held = listing.claimedBy(tx, from).stream()
                .filter(task -> task.of().schoolOnDay().equals(of))
                .filter(task -> task.isHeldBy(from, now))
                .toList();
        Map<String, @Nullable String> callers = new HashMap<>();
        store.of(tx, of, from).forEach(task -> callers.put(task, to));
        held.forEach(task -> callers.put(task.taskId(), to));
        if (seen != null && !seen.containsAll(callers.keySet())) {
            throw SharingProblems.changedMeanwhile();
        }
        held.forEach(task -> claims.release(tx, task, by, true, now));
        List<StoredTask> unfinished = decidedAnew(tx, of, callers.keySet(), now).stream()
                .filter(task -> task.task().state().isUnfinished())
                .toList();
        keep(tx, unfinished, callers, by, now);
        List<FollowUp> open = toFollowUp.lockOpenOf(tx, from, of.school());
        open.forEach(each -> followUps.reassign(tx, each, to == null ? by : to, null, by, now));
        return new TakenOver(unfinished.size(), open.size());
    }

    /** The tasks as they are decided on at this moment, their rows locked. */
    private List<StoredTask> decidedAnew(Handle tx, SchoolOnDay of, Set<String> wanted, Instant now) {
        AsSystem.fromHereOn(tx);
        locks.take(tx, Set.of(of.school()), Set.of());
        decisions.decide(
                tx,
                tasks.byIds(tx, wanted).stream()
                        .map(StoredTask::of)
                        .filter(each -> each.schoolOnDay().equals(of))
                        .collect(toSet()),
                now);
        return tasks.byIds(tx, wanted);
    }
}
