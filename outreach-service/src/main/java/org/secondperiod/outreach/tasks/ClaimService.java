package org.secondperiod.outreach.tasks;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.outreach.dialling.DiallingConfig;
import org.secondperiod.outreach.dialling.PermittedHours;
import org.secondperiod.outreach.draw.DrawService;
import org.secondperiod.outreach.households.HouseholdService;
import org.secondperiod.outreach.join.DecisionService;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.tasks.db.CallerLocks;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.DueStore;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/**
 * Hands tasks to callers, one to one, for a time. Whoever asks gets a task that is decided on again in the same
 * transaction: a student who scanned a second ago is never handed out. Nobody holds more than one, so that one caller never
 * keeps two families from being called. What is decided concerns the student's whole day, at other schools too, and what the caller
 * may still hold elsewhere: so it is done as the system.
 */
@ApplicationScoped
public class ClaimService {

    private static final int CANDIDATES = 20;

    private final OutreachConfig config;
    private final CallerLocks callers;
    private final SchoolLocks locks;
    private final TaskListing listing;
    private final TaskStore store;
    private final TaskService tasks;
    private final DecisionService decisions;
    private final DueStore due;
    private final LookAgainStore lookAgain;
    private final SchoolStore schools;
    private final HouseholdService households;
    private final DrawService draws;
    private final PermittedHours hours;

    ClaimService(
            OutreachConfig config,
            CallerLocks callers,
            SchoolLocks locks,
            TaskListing listing,
            TaskStore store,
            TaskService tasks,
            DecisionService decisions,
            DueStore due,
            LookAgainStore lookAgain,
            SchoolStore schools,
            HouseholdService households,
            DrawService draws,
            DiallingConfig dialling) {
        this.config = config;
        this.callers = callers;
        this.locks = locks;
        this.listing = listing;
        this.store = store;
        this.tasks = tasks;
        this.decisions = decisions;
        this.due = due;
        this.lookAgain = lookAgain;
        this.schools = schools;
        this.households = households;
        this.draws = draws;
        this.hours = dialling.hours();
    }

    /**
     * For which family to look.
     *
     * @param at at which schools
     * @param except tasks that are left to others: nobody of the family can be dialled now
     */
    public record Asked(SchoolScope at, Set<String> except) {}

    /**
     * The task the caller holds already, at whichever school; else the first that waits; empty when there is none.
     *
     * @param mine the schools where the caller calls
     * @param asked for which family to look
     */
    public Optional<StoredTask> next(Handle tx, String caller, SchoolScope mine, Asked asked, Instant now) {
        AsSystem.fromHereOn(tx);
        callers.oneAtATime(tx, caller);
        List<StoredTask> claimed = listing.claimedBy(tx, caller);
        Queue queue = new Queue(caller, draws.seed(tx));
        List<StoredTask> candidates = listing.waiting(tx, asked.at(), queue, hours, now, CANDIDATES);
        lockSchools(tx, Stream.concat(claimed.stream(), candidates.stream()));
        Optional<StoredTask> held = held(tx, caller, of(claimed), mine, now);
        if (held.isPresent()) {
            return held;
        }
        while (!candidates.isEmpty()) {
            Optional<StoredTask> next = firstOf(tx, candidates, asked.except(), caller, now);
            if (next.isPresent() || candidates.size() < CANDIDATES) {
                return next;
            }
            List<StoredTask> tried = candidates;
            candidates = new ArrayList<>(listing.waiting(tx, asked.at(), queue, hours, now, tried.size() + CANDIDATES));
            candidates.removeIf(
                    task -> tried.stream().anyMatch(one -> one.taskId().equals(task.taskId())));
            lockSchools(tx, candidates.stream());
        }
        return Optional.empty();
    }

    /** Whether none of these schools' families may be called at this hour. */
    public boolean isOutsideHours(Handle tx, SchoolScope asked, Instant now) {
        List<SchoolSettings> there = schools.all(tx).values().stream()
                .map(SchoolVersion::settings)
                .filter(school -> asked.holds(school.schoolId()))
                .toList();
        return !there.isEmpty() && there.stream().noneMatch(school -> hours.holdAt(now, school.zone()));
    }

    /** From when until when families are called. */
    public PermittedHours hours() {
        return hours;
    }

    /** What the caller still holds once it is decided on again; what is no longer at a school of theirs goes back to the queue. */
    private Optional<StoredTask> held(
            Handle tx, String caller, Set<StudentAtSchool> decided, SchoolScope mine, Instant now) {
        decisions.decide(tx, decided, now);
        List<StoredTask> held = listing.claimedBy(tx, caller);
        held.stream().filter(task -> !mine.holds(task.of().school())).forEach(task -> giveBack(tx, task, caller, now));
        return held.stream()
                .filter(task -> mine.holds(task.of().school()))
                .filter(task -> task.isHeldBy(caller, now))
                .findFirst();
    }

    private Optional<StoredTask> firstOf(
            Handle tx, List<StoredTask> candidates, Set<String> except, String caller, Instant now) {
        for (StoredTask candidate : candidates) {
            if (!except.contains(candidate.taskId())
                    && due.lockUnlessTaken(tx, candidate.of())
                    && households.mayBeGiven(tx, candidate.of(), caller, now)) {
                StoredTask task = decideAgain(tx, candidate, now);
                if (task.task().state() == TaskState.OPEN) {
                    draws.offered(tx, task, caller, now);
                    return Optional.of(claim(tx, task, caller, What.CLAIMED, now));
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the caller this very task, or more time with it, unless they hold another one. */
    public StoredTask claim(Handle tx, StoredTask wanted, String caller, SchoolScope mine, Instant now) {
        AsSystem.fromHereOn(tx);
        callers.oneAtATime(tx, caller);
        List<StoredTask> claimed = listing.claimedBy(tx, caller);
        lockSchools(tx, Stream.concat(claimed.stream(), Stream.of(wanted)));
        Set<StudentAtSchool> decided = of(claimed);
        decided.add(wanted.of());
        Optional<StoredTask> held = held(tx, caller, decided, mine, now);
        if (held.isPresent() && !held.get().taskId().equals(wanted.taskId())) {
            throw TaskProblems.youHaveAnother(held.get().taskId());
        }
        StoredTask task = store.byId(tx, wanted.taskId()).orElseThrow(TaskProblems::noSuchTask);
        if (held.isPresent()) {
            return claim(tx, task, caller, What.CLAIM_EXTENDED, now);
        }
        return switch (task.task().state()) {
            case OPEN -> claim(tx, task, caller, What.CLAIMED, now);
            case CLAIMED ->
                throw TaskProblems.claimedByAnother(
                        task.claimedBy(), task.task().leaseUntil(), now);
            default -> throw TaskProblems.notCallable(task.task().state());
        };
    }

    /** Puts a claimed task back into the queue. */
    public StoredTask release(Handle tx, StoredTask wanted, String by, boolean anybodys, Instant now) {
        AsSystem.fromHereOn(tx);
        lockSchools(tx, Stream.of(wanted));
        StoredTask task = decideAgain(tx, wanted, now);
        if (task.task().state() != TaskState.CLAIMED || !(anybodys || task.isHeldBy(by, now))) {
            throw TaskProblems.notYours();
        }
        return giveBack(tx, task, by, now);
    }

    private StoredTask giveBack(Handle tx, StoredTask task, String by, Instant now) {
        StoredTask free = task.free();
        tasks.keep(tx, List.of(new TaskStep(free, task.task().state(), What.RELEASED, null, by, now)), now);
        return decideAgain(tx, free, now);
    }

    private void lockSchools(Handle tx, Stream<StoredTask> concerned) {
        locks.take(tx, concerned.map(task -> task.of().school()).collect(toSet()), Set.of());
    }

    private static Set<StudentAtSchool> of(List<StoredTask> claimed) {
        return claimed.stream().map(StoredTask::of).collect(toCollection(HashSet::new));
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
