package org.secondperiod.outreach.tasks;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** From a conclusion to what becomes of the call task. */
public final class Decide {

    private Decide() {}

    /**
     * What follows from a conclusion. Deciding again with the result changes nothing.
     *
     * @param whereabouts the new conclusion
     * @param heldSince what the last decision gave as {@code heldSince}; null if there was none
     * @param holdDecision what a lead decided of this school, day and reason; null if nothing (one for another reason is
     *     ignored)
     * @param task the student's task of this school and day; null if there is none
     */
    public static TaskDecision decide(
            Whereabouts whereabouts,
            @Nullable Instant heldSince,
            @Nullable HoldDecision holdDecision,
            @Nullable CallTask task,
            DayPlan plan,
            Instant now) {
        OpenHold hold = OpenHold.of(whereabouts, heldSince, holdDecision, plan, now);
        TaskChange change = new TaskRules(task, plan, now).changeFor(Wanted.by(whereabouts, hold));
        return new TaskDecision(
                change,
                hold == null ? null : hold.since(),
                hold == null ? null : hold.isWith(),
                earliest(hold == null ? null : hold.nextStep(), expiry(change.after(task), plan, now)));
    }

    /** When an unfinished task runs out: at the end of the day, or with the lease that outlives it. */
    private static @Nullable Instant expiry(@Nullable CallTask task, DayPlan plan, Instant now) {
        if (task == null || !task.state().isUnfinished() || !(plan instanceof DayPlan.Open day)) {
            return null;
        }
        return now.isBefore(day.endOfDay()) ? day.endOfDay() : task.leaseUntil();
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.<@Nullable Instant>of(one, other)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
