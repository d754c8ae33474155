package org.secondperiod.outreach.tasks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.tasks.HoldDecision.Verdict;
import org.secondperiod.outreach.tasks.TaskDecision.HoldIsWith;
import org.secondperiod.outreach.whereabouts.HoldReason;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/**
 * A student who is held, and for how long. A hold is never a hiding place: it ages until somebody decides, and a change
 * of reason does not make it young again.
 *
 * @param verdict what a lead decided; null while nobody has
 */
record OpenHold(HoldReason reason, Instant since, @Nullable Verdict verdict, DayPlan.Open plan, Instant now) {

    /** After this a hold for mass absence goes to the principal, and after twice this to the district. */
    static final Duration ESCALATION_STEP = Duration.ofMinutes(10);

    /** The hold that the conclusion is; null if it is none. */
    static @Nullable OpenHold of(
            Whereabouts whereabouts,
            @Nullable Instant heldSince,
            @Nullable HoldDecision decision,
            DayPlan plan,
            Instant now) {
        if (!(whereabouts instanceof Whereabouts.Held held) || !(plan instanceof DayPlan.Open day)) {
            return null;
        }
        boolean decided = decision != null && decision.reason() == held.reason();
        return new OpenHold(
                held.reason(), heldSince == null ? now : heldSince, decided ? decision.verdict() : null, day, now);
    }

    /** Whether families are to be asked, though the evidence is weak: released, or undecided for too long. */
    boolean isToBeCalled() {
        return verdict == Verdict.RELEASE || (ages() && !ripeAt().isAfter(now));
    }

    HoldIsWith isWith() {
        if (reason != HoldReason.MASS_ABSENCE || verdict != null) {
            return HoldIsWith.LEAD;
        }
        if (isReached(toDistrictAt())) {
            return HoldIsWith.DISTRICT;
        }
        return isReached(toPrincipalAt()) ? HoldIsWith.PRINCIPAL : HoldIsWith.LEAD;
    }

    /** When the hold's age next matters; null if it no longer does. */
    @Nullable
    Instant nextStep() {
        if (verdict != null) {
            return null;
        }
        if (reason != HoldReason.MASS_ABSENCE) {
            return ifAhead(ripeAt());
        }
        Instant principal = ifAhead(toPrincipalAt());
        return principal == null ? ifAhead(toDistrictAt()) : principal;
    }

    /** Mass absence never opens calls by itself, and what a lead keeps stays. */
    private boolean ages() {
        return verdict == null && reason != HoldReason.MASS_ABSENCE;
    }

    private Instant ripeAt() {
        return since.plus(plan.policy().holdFor());
    }

    private Instant toPrincipalAt() {
        return since.plus(ESCALATION_STEP);
    }

    private Instant toDistrictAt() {
        return toPrincipalAt().plus(ESCALATION_STEP);
    }

    /** Nothing escalates once the day is over. */
    private boolean isReached(Instant step) {
        return !now.isBefore(step) && step.isBefore(plan.endOfDay());
    }

    private @Nullable Instant ifAhead(Instant step) {
        return now.isBefore(step) && step.isBefore(plan.endOfDay()) ? step : null;
    }
}
