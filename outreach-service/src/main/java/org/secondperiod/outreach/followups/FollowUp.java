package org.secondperiod.outreach.followups;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.care.Origin;

/**
 * Something that somebody has to do.
 *
 * @param promiseId the promise that it is about, where it is about one
 * @param what in words; null where the kind says it
 * @param cameOfIt in words; null while it is open, or where nobody said
 * @param openedBy null where it opened by itself
 * @param endedBy null where it ended by itself, or has not ended
 * @param version counts its changes
 */
public record FollowUp(
        String followUpId,
        Origin origin,
        @Nullable String promiseId,
        Kind kind,
        @Nullable ReferTo referTo,
        @Nullable String what,
        String owner,
        Instant dueAt,
        State state,
        @Nullable String openedBy,
        Instant openedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String cameOfIt,
        long version) {

    /** What is to be done. */
    @Schema(name = "FollowUpKind")
    public enum Kind {
        /** Find out: the call left it open. */
        UNDETERMINED,
        /** The student was promised, and did not come. */
        DID_NOT_COME,
        /** See whether a promise was kept. */
        PROMISE_IS_DUE,
        REFERRAL,
        FIX_THE_NUMBER,
        HOME_VISIT,
        CALL_AGAIN,
        /** The student has moved, or left the school: tell whoever keeps the roster. */
        CORRECT_THE_ENROLMENT,
        /** The family said until when the student will not come: have it entered as a known absence. */
        ENTER_THE_ABSENCE,
        /** A brother or sister is missing too, and the call was not about them. */
        ASK_ABOUT_A_SIBLING,
        OTHER
    }

    /** How it stands. */
    @Schema(name = "FollowUpState")
    public enum State {
        OPEN,
        DONE,
        /** There is nothing left to do: what it was about was taken back, or came about by itself. */
        WITHDRAWN
    }

    /** In other hands, or until another time. */
    public FollowUp reassigned(String to, Instant due) {
        return new FollowUp(
                followUpId,
                origin,
                promiseId,
                kind,
                referTo,
                what,
                to,
                due,
                state,
                openedBy,
                openedAt,
                endedBy,
                endedAt,
                cameOfIt,
                version + 1);
    }

    /** At its end. */
    public FollowUp ended(State how, @Nullable String by, Instant at, @Nullable String came) {
        return new FollowUp(
                followUpId,
                origin,
                promiseId,
                kind,
                referTo,
                what,
                owner,
                dueAt,
                how,
                openedBy,
                openedAt,
                by,
                at,
                came,
                version + 1);
    }

    /** Open again: what had ended it was taken back. */
    public FollowUp openAgain() {
        return new FollowUp(
                followUpId,
                origin,
                promiseId,
                kind,
                referTo,
                what,
                owner,
                dueAt,
                State.OPEN,
                openedBy,
                openedAt,
                null,
                null,
                null,
                version + 1);
    }

    /** The step that this is. */
    public CareStep step(String happened, @Nullable String by, Instant now) {
        return new CareStep(CareStep.Kind.FOLLOW_UP, followUpId, version, origin.of(), happened, owner, by, now);
    }
}
