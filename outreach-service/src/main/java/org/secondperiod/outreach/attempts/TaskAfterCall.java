package org.secondperiod.outreach.attempts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.tasks.TaskState;

/**
 * From what a call is logged as to what becomes of its task. A call that was made is taken in whoever holds the task meanwhile: it
 * is a fact, and what was said in it must not be lost.
 */
public final class TaskAfterCall {

    private TaskAfterCall() {}

    /** In whose hands a task is. */
    public enum Hands {
        YOURS,
        NOBODYS,
        ANOTHERS
    }

    /**
     * What becomes of the task.
     *
     * @param state as it is once it was decided on again
     * @param goOn whether the caller goes on with another number; null: as is usual after such an outcome
     */
    public static AfterCall of(
            TaskState state,
            Hands hands,
            Said said,
            @Nullable Boolean goOn,
            Instant startedAt,
            Instant now,
            CallPolicy policy) {
        boolean conversationOnly = said.outcome().isReached() && said.result() == null;
        if (!state.isUnfinished() || conversationOnly) {
            return new AfterCall.Add();
        }
        AfterCall wanted = wanted(said, startedAt, now, policy);
        if (wanted instanceof AfterCall.CallAgain again) {
            if (hands == Hands.ANOTHERS || (state == TaskState.AWAITING_ARRIVAL && !again.agreed())) {
                return new AfterCall.Add();
            }
            boolean goesOn = goOn == null ? goesOnUsually(said.outcome()) : goOn;
            return goesOn && hands == Hands.YOURS ? new AfterCall.Keep(now.plus(policy.lease())) : again;
        }
        return wanted;
    }

    /** What the call itself wants, whoever holds the task. */
    static AfterCall wanted(Said said, Instant startedAt, Instant now, CallPolicy policy) {
        if (said.result() == null) {
            boolean agreed = said.outcome() == Outcome.CALL_BACK_AT;
            return new AfterCall.CallAgain(
                    said.callAgainAt() != null ? said.callAgainAt() : now.plus(policy.tryAgainAfter(said.outcome())),
                    agreed);
        }
        return switch (said.result()) {
            case COMING_IN_TODAY -> new AfterCall.Expect(Objects.requireNonNull(said.comingBy()));
            case SAYS_LEFT_FOR_SCHOOL -> new AfterCall.Expect(startedAt.plus(policy.buildingCheck()));
            case WILL_NOT_COME_VALID_REASON, WILL_NOT_COME_OTHER, MOVED_OR_LEFT_SCHOOL -> finishedOrAgreed(said);
            case UNDETERMINED ->
                said.outcome() == Outcome.REACHED_OTHER && said.callAgainAt() == null
                        ? new AfterCall.CallAgain(now.plus(policy.noAnswer()), false)
                        : finishedOrAgreed(said);
        };
    }

    private static AfterCall finishedOrAgreed(Said said) {
        return said.callAgainAt() == null ? new AfterCall.Finish() : new AfterCall.CallAgain(said.callAgainAt(), true);
    }

    /** A number or a contact that is of no use is followed by the next one of the same family. */
    private static boolean goesOnUsually(Outcome outcome) {
        return !outcome.leavesNumberUsable() || !outcome.leavesContactUsable();
    }
}
