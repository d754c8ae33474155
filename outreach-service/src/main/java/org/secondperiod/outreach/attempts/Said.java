package org.secondperiod.outreach.attempts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt or a conversation says, in codes; {@link SaidRules} says what goes together.
 *
 * @param comingBy until when the student is promised to be here; with {@code COMING_IN_TODAY} only
 * @param reason why the student is not there today
 * @param referTo who is to help; with the next step {@code REFER_TO} only
 * @param callAgainAt from when on the family is to be called again
 * @param absentThrough the last day of which the family says that the student will not come
 * @param owner who sees to what stays open; null: who called
 * @param dueAt until when that is to be done; null: in the time that is usual for it
 */
public record Said(
        Outcome outcome,
        @Nullable Result result,
        @Nullable Instant comingBy,
        @Nullable ReasonToday reason,
        Set<Flag> flags,
        @Nullable NextStep nextStep,
        @Nullable ReferTo referTo,
        @Nullable Instant callAgainAt,
        @Nullable LocalDate absentThrough,
        @Nullable String owner,
        @Nullable Instant dueAt) {

    public Said {
        flags = Set.copyOf(flags);
    }

    /**
     * What it says once another student's part of the same call was corrected. Who was reached is one for all of them, and where nobody
     * was, nothing was said of anybody.
     *
     * @param was what the other part said; a part that no longer agrees with it was corrected by itself, and stays
     */
    Said afterCorrecting(Said was, Said is) {
        if (!outcome.isReached() || outcome != was.outcome || outcome == is.outcome) {
            return this;
        }
        return is.outcome.isReached()
                ? new Said(
                        is.outcome,
                        result,
                        comingBy,
                        reason,
                        flags,
                        nextStep,
                        referTo,
                        callAgainAt,
                        absentThrough,
                        owner,
                        dueAt)
                : new Said(is.outcome, null, null, null, Set.of(), null, null, is.callAgainAt, null, null, null);
    }

    /** Whether the family or the student says what will come of the day: then nobody need ask them any more. */
    public boolean tells() {
        return result != null && outcome != Outcome.REACHED_OTHER;
    }

    /** Whether the family was reached and says why: with the day of the call that is what a successful contact is. */
    public boolean isSuccessful() {
        return outcome.isReached() && reason != null && reason != ReasonToday.NOT_SAID;
    }
}
