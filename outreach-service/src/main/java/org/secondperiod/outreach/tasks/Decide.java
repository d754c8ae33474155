package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** From a conclusion to what becomes of the call task. */
public final class Decide {

    private Decide() {}

    /**
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
        return new TaskDecision(new TaskChange.None(), null, null, null);
    }
}
