package org.secondperiod.outreach.tasks;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.outreach.attempts.AfterStepsService;
import org.secondperiod.outreach.draw.DrawService;
import org.secondperiod.outreach.draw.Drawn;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.priority.RankService;
import org.secondperiod.outreach.priority.db.RankStore;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore.Hold;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.tasks.kafka.TaskEvents;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** Draws the consequences of conclusions for call tasks, and keeps and tells every step. */
@ApplicationScoped
public class TaskService {

    private static final Set<What> ONLY_HANDS_CHANGE =
            Set.of(What.CLAIMED, What.CLAIM_EXTENDED, What.RELEASED, What.LEASE_RAN_OUT, What.SHARED_OUT);

    private final TaskStore store;
    private final HoldDecisionStore decisions;
    private final TaskEvents events;
    private final AfterStepsService afterwards;
    private final Outbox outbox;
    private final RankService ranks;
    private final DrawService draws;

    TaskService(
            TaskStore store,
            HoldDecisionStore decisions,
            TaskEvents events,
            AfterStepsService afterwards,
            Outbox outbox,
            RankService ranks,
            DrawService draws) {
        this.store = store;
        this.decisions = decisions;
        this.events = events;
        this.afterwards = afterwards;
        this.outbox = outbox;
        this.ranks = ranks;
        this.draws = draws;
    }

    /** What was concluded of a student. */
    public record Reached(
            StudentAtSchool of,
            Whereabouts whereabouts,
            @Nullable Instant heldSince,
            DayPlan plan) {}

    /** Since when the student is held and who clears it up, and when time alone may change something. */
    public record Followed(
            @Nullable Instant heldSince,
            @Nullable String heldWith,
            @Nullable Instant lookAgainAt) {}

    /** Follows each conclusion; the whereabouts rows are locked. */
    public Map<StudentAtSchool, Followed> follow(Handle tx, Collection<Reached> conclusions, Instant now) {
        if (conclusions.isEmpty()) {
            return Map.of();
        }
        Map<StudentAtSchool, StoredTask> tasks =
                store.load(tx, conclusions.stream().map(Reached::of).toList());
        Map<Hold, HoldDecision> holds = decisions.inForce(tx, heldDays(conclusions));
        List<TaskStep> steps = new ArrayList<>();
        Map<StudentAtSchool, Followed> followed = new HashMap<>();
        for (Reached conclusion : conclusions) {
            followed.put(conclusion.of(), follow(conclusion, tasks.get(conclusion.of()), holds, steps, now));
        }
        keep(tx, steps, now);
        keep(tx, afterwards.of(tx, steps, now), now);
        return followed;
    }

    /** Keeps steps and tells of them. */
    public void keep(Handle tx, List<TaskStep> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        store.keep(tx, steps);
        ranks.rank(tx, rankedAnew(steps));
        Map<String, Drawn> drawn = draws.opened(tx, opened(steps));
        outbox.add(
                tx,
                steps.stream()
                        .map(step -> events.changed(
                                step,
                                step.what() == What.OPENED
                                        ? drawn.get(step.after().taskId())
                                        : null,
                                now))
                        .toList());
    }

    private static List<String> opened(List<TaskStep> steps) {
        return steps.stream()
                .filter(step -> step.what() == What.OPENED)
                .map(step -> step.after().taskId())
                .toList();
    }

    /** Tasks that begin, or of which it may have come out that the student left the building. */
    private static Collection<RankStore.Of> rankedAnew(List<TaskStep> steps) {
        Map<String, RankStore.Of> anew = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> !ONLY_HANDS_CHANGE.contains(step.what()))
                .map(TaskStep::after)
                .filter(task -> task.task().state().isUnfinished())
                .forEach(task -> anew.put(task.taskId(), new RankStore.Of(task.taskId(), task.of(), task.safety())));
        return anew.values();
    }

    private static Followed follow(
            Reached conclusion,
            @Nullable StoredTask stored,
            Map<Hold, HoldDecision> holds,
            List<TaskStep> steps,
            Instant now) {
        StoredTask task = stored;
        TaskStep given = TaskSteps.leaseRanOut(task, now);
        if (given != null) {
            steps.add(given);
            task = given.after();
        }
        TaskDecision decision = Decide.decide(
                conclusion.whereabouts(),
                conclusion.heldSince(),
                decisionOn(conclusion, holds),
                task == null ? null : task.task(),
                conclusion.plan(),
                now);
        TaskStep step = TaskSteps.of(
                decision.change(), task, conclusion.of(), taskId(conclusion.of()), conclusion.whereabouts(), now);
        if (step != null) {
            steps.add(step.hereSince(HereSince.of(conclusion.whereabouts(), conclusion.plan())));
            task = step.after();
        }
        return new Followed(
                decision.heldSince(),
                decision.holdIsWith() == null ? null : decision.holdIsWith().name(),
                earliest(decision.lookAgainAt(), leaseEnd(task)));
    }

    private static @Nullable HoldDecision decisionOn(Reached conclusion, Map<Hold, HoldDecision> holds) {
        return conclusion.whereabouts() instanceof Whereabouts.Held held
                ? holds.get(new Hold(conclusion.of().schoolOnDay(), held.reason()))
                : null;
    }

    private static Set<SchoolOnDay> heldDays(Collection<Reached> conclusions) {
        return conclusions.stream()
                .filter(each -> each.whereabouts() instanceof Whereabouts.Held)
                .map(each -> each.of().schoolOnDay())
                .collect(toSet());
    }

    private static @Nullable Instant leaseEnd(@Nullable StoredTask task) {
        return task == null || task.task().state() != TaskState.CLAIMED
                ? null
                : task.task().leaseUntil();
    }

    /** At most one task for a student, a school and a day: the id says which. */
    private static String taskId(StudentAtSchool of) {
        return "t-" + EventIds.of("call-task", of.student(), of.school(), of.day());
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
