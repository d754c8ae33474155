package org.secondperiod.outreach.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.examples.Scene;
import org.secondperiod.outreach.examples.SceneNotation;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.tasks.HoldDecision.Verdict;
import org.secondperiod.outreach.whereabouts.Assess;
import org.secondperiod.outreach.whereabouts.HoldReason;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** Whatever the morning brings, and whatever people do with the task meanwhile. */
class TaskLifePropertiesTest {

    private static final DayPlan.Open PLAN = (DayPlan.Open) new Scene().plan();
    private static final Map<String, Scene> SCENES = new ConcurrentHashMap<>();

    /** What the facts may become, from one step to the next. */
    private static final List<String> FACTS = List.of(
            "absent 1 at 08:20",
            "absent 1 at 08:20",
            "absent 1 at 08:20; door Main never heard",
            "absent 1 at 08:20; in 08:03 at West",
            "absent 1 at 08:20; 450 enrolled, 0 known, 400 marked absent",
            "absent 1 at 08:20; in 07:55",
            "absent 1 at 08:20; in 08:30",
            "absent 1 at 08:20; in 08:30; out 08:31",
            "tardy 1 at 08:50",
            "known trip 2026-10-14 to 2026-10-14",
            "",
            "no school: snow",
            "not enrolled");

    @Property(tries = 3000)
    void aTaskLivesByTheRules(@ForAll("mornings") List<Step> morning) {
        Life life = new Life();
        for (Step step : morning) {
            life.live(step);
        }
        assertThat(life.opened).isLessThanOrEqualTo(1);
    }

    /** One student's task through a day; every step checks what must hold. */
    private static final class Life {
        private @Nullable CallTask task;
        private @Nullable Instant heldSince;
        private Instant now = PLAN.cutOff().minus(Duration.ofMinutes(30));
        private int opened;

        void live(Step step) {
            now = now.plus(step.passed());
            task = task == null ? null : step.hands().on(task, now);
            Whereabouts whereabouts = step.assess(now);
            HoldDecision lead = step.lead(whereabouts);

            TaskDecision decision = Decide.decide(whereabouts, heldSince, lead, task, PLAN, now);

            CallTask after = decision.change().after(task);
            opensOnlyOnceAndInTime(decision.change());
            finishedStaysFinished(after);
            reopensOnlyWhatEndedByItself(decision.change());
            holdsNothingBack(whereabouts, decision, lead, after);
            endsWithTheDay(after);
            decidingAgainChangesNothing(whereabouts, decision, lead, after);
            staysUntilItSaysToLookAgain(whereabouts, decision, lead, after);
            task = after;
            heldSince = decision.heldSince();
        }

        private void opensOnlyOnceAndInTime(TaskChange change) {
            if (change instanceof TaskChange.Open) {
                opened++;
                assertThat(task).isNull();
            }
            if (change instanceof TaskChange.Open || change instanceof TaskChange.Reopen) {
                assertThat(now).isAfterOrEqualTo(PLAN.cutOff()).isBefore(PLAN.endOfDay());
            }
        }

        private void finishedStaysFinished(@Nullable CallTask after) {
            if (task != null && (task.state() == TaskState.DONE || task.state() == TaskState.EXPIRED)) {
                assertThat(after).isNotNull();
                assertThat(after.state()).isEqualTo(task.state());
            }
        }

        private void reopensOnlyWhatEndedByItself(TaskChange change) {
            if (change instanceof TaskChange.Reopen) {
                assertThat(task).isNotNull();
                assertThat(task.state()).isIn(TaskState.ARRIVED, TaskState.WITHDRAWN);
            }
        }

        private void holdsNothingBack(
                Whereabouts whereabouts, TaskDecision decision, @Nullable HoldDecision lead, @Nullable CallTask after) {
            if (!(whereabouts instanceof Whereabouts.Held held) || lead != null || !PLAN.callsMayOpenAt(now)) {
                return;
            }
            boolean old = !decision.heldSince().plus(Duration.ofMinutes(10)).isAfter(now);
            if (held.reason() == HoldReason.MASS_ABSENCE) {
                assertThat(decision.change()).isNotInstanceOfAny(TaskChange.Open.class, TaskChange.Reopen.class);
            } else if (old) {
                assertThat(after).isNotNull();
                assertThat(after.state()).isNotIn(TaskState.WITHDRAWN, TaskState.ARRIVED);
            }
        }

        private void endsWithTheDay(@Nullable CallTask after) {
            if (after != null && after.state().isUnfinished() && !now.isBefore(PLAN.endOfDay())) {
                assertThat(after.isLeasedAt(now)).isTrue();
            }
        }

        private void decidingAgainChangesNothing(
                Whereabouts whereabouts, TaskDecision decision, @Nullable HoldDecision lead, @Nullable CallTask after) {
            TaskDecision again = Decide.decide(whereabouts, decision.heldSince(), lead, after, PLAN, now);
            assertThat(again)
                    .isEqualTo(new TaskDecision(
                            new TaskChange.None(),
                            decision.heldSince(),
                            decision.holdIsWith(),
                            decision.lookAgainAt()));
        }

        private void staysUntilItSaysToLookAgain(
                Whereabouts whereabouts, TaskDecision decision, @Nullable HoldDecision lead, @Nullable CallTask after) {
            Instant next = decision.lookAgainAt() == null ? now.plus(Duration.ofHours(20)) : decision.lookAgainAt();
            assertThat(next).isAfter(now);
            TaskDecision later =
                    Decide.decide(whereabouts, decision.heldSince(), lead, after, PLAN, next.minusMillis(1));
            assertThat(later)
                    .isEqualTo(new TaskDecision(
                            new TaskChange.None(),
                            decision.heldSince(),
                            decision.holdIsWith(),
                            decision.lookAgainAt()));
        }
    }

    /** What people do with a task between two decisions. */
    enum Hands {
        OFF,
        CLAIM,
        TRY,
        PROMISE,
        FINISH;

        CallTask on(CallTask task, Instant now) {
            return switch (this) {
                case OFF -> task;
                case CLAIM -> task.state() == TaskState.OPEN ? with(task, TaskState.CLAIMED, false, now) : task;
                case TRY -> task.state() == TaskState.CLAIMED ? with(task, TaskState.OPEN, true, null) : task;
                case PROMISE ->
                    task.state() == TaskState.CLAIMED ? with(task, TaskState.AWAITING_ARRIVAL, true, null) : task;
                case FINISH -> task.state() == TaskState.CLAIMED ? with(task, TaskState.DONE, true, null) : task;
            };
        }

        private static CallTask with(CallTask task, TaskState state, boolean attempted, @Nullable Instant claimedAt) {
            return new CallTask(
                    state,
                    task.weakEvidence(),
                    task.attempted() || attempted,
                    claimedAt == null ? null : claimedAt.plus(Duration.ofMinutes(15)),
                    task.ended(),
                    task.arrivedAt(),
                    task.flag());
        }
    }

    /** A while passes, people do something, the facts change, a lead may decide. */
    record Step(
            Duration passed,
            Hands hands,
            String facts,
            @Nullable Verdict verdict) {

        Whereabouts assess(Instant now) {
            Scene scene = SCENES.computeIfAbsent(facts, SceneNotation::scene);
            return Assess.assess(scene.situation(), scene.plan(), now);
        }

        @Nullable
        HoldDecision lead(Whereabouts whereabouts) {
            return verdict != null && whereabouts instanceof Whereabouts.Held held
                    ? new HoldDecision(held.reason(), verdict)
                    : null;
        }
    }

    @Provide
    Arbitrary<List<Step>> mornings() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 5, 9, 10, 11, 60).map(Duration::ofMinutes),
                        Arbitraries.of(Hands.class),
                        Arbitraries.of(FACTS),
                        Arbitraries.of(Verdict.class).injectNull(0.8))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(25);
    }
}
