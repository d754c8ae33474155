package org.secondperiod.outreach.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.escalations.BuildingCheck.State;
import org.secondperiod.outreach.escalations.Escalation.Reason;
import org.secondperiod.outreach.escalations.db.BuildingCheckStore;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.join.DecisionService;
import org.secondperiod.outreach.join.SightingService;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.tasks.TaskService;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.HereStore;

/**
 * Takes in what staff found who looked for a student, and sees to checks of which nobody says anything. Who is found is a sighting;
 * who is not, or of whom nobody says anything in time, escalates, and the call task ends: it is out of the caller's hands.
 */
@ApplicationScoped
public class BuildingCheckService {

    /** An answer that comes later than this is no sighting of that day. */
    private static final Duration SAME_DAY = Duration.ofHours(12);

    private final BuildingCheckStore store;
    private final CheckService checks;
    private final EscalationService escalations;
    private final SightingService sightings;
    private final SchoolLocks locks;
    private final DecisionService decisions;
    private final HereStore here;
    private final TaskStore taskStore;
    private final TaskService tasks;

    BuildingCheckService(
            BuildingCheckStore store,
            CheckService checks,
            EscalationService escalations,
            SightingService sightings,
            SchoolLocks locks,
            DecisionService decisions,
            HereStore here,
            TaskStore taskStore,
            TaskService tasks) {
        this.store = store;
        this.checks = checks;
        this.escalations = escalations;
        this.sightings = sightings;
        this.locks = locks;
        this.decisions = decisions;
        this.here = here;
        this.taskStore = taskStore;
        this.tasks = tasks;
    }

    /** Staff say what they found. As the system. @param by who looked */
    public BuildingCheck answer(Handle tx, BuildingCheck asked, boolean found, String by, Instant now) {
        StudentAtSchool of = asked.origin().of();
        if (found && now.isBefore(asked.openedAt().plus(SAME_DAY))) {
            sightings.enter(tx, sighting(asked, by, now), now);
        } else {
            locks.take(tx, Set.of(of.school()), Set.of());
            decisions.decide(tx, Set.of(of), now);
        }
        BuildingCheck check = store.lock(tx, asked.checkId()).orElseThrow(EscalationProblems::noSuchCheck);
        boolean answered = found && check.state() == State.ARRIVED;
        if (check.state() != State.OPEN && check.state() != State.OVERDUE && !answered) {
            throw EscalationProblems.checkIsOver(check.state());
        }
        BuildingCheck ended = checks.end(tx, check, found ? State.FOUND : State.NOT_FOUND, by, now);
        if (!found) {
            escalations.checkFailed(tx, ended, Reason.NOT_FOUND_IN_THE_BUILDING, by, now);
            endTask(tx, of, now);
        }
        return ended;
    }

    /** Sees to one that is due. */
    void settle(Handle tx, String checkId, Instant now) {
        StudentAtSchool of = store.byId(tx, checkId).orElseThrow().origin().of();
        locks.take(tx, Set.of(of.school()), Set.of());
        decisions.decide(tx, Set.of(of), now);
        BuildingCheck check = store.lock(tx, checkId).orElseThrow();
        State state = EscalationRules.state(check, here.since(tx, of).orElse(null), now);
        if (state == check.state()) {
            return;
        }
        BuildingCheck ended = checks.end(tx, check, state, null, now);
        if (state == State.OVERDUE) {
            escalations.checkFailed(tx, ended, Reason.BUILDING_CHECK_OVERDUE, null, now);
            endTask(tx, of, now);
        }
    }

    private static Sighting sighting(BuildingCheck check, String by, Instant now) {
        StudentAtSchool of = check.origin().of();
        return new Sighting(
                of.studentDay(),
                new SightingFact(
                        EventIds.of("building-check", check.checkId()), of.school(), Seen.IN_BUILDING, now, by),
                null,
                false,
                by,
                now);
    }

    private void endTask(Handle tx, StudentAtSchool of, Instant now) {
        taskStore.load(tx, Set.of(of)).values().stream()
                .filter(task -> task.task().state() == TaskState.AWAITING_ARRIVAL)
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
