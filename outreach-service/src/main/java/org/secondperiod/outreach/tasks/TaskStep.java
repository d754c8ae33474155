package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step in a task's life: the task after it, and what happened.
 *
 * @param before the state before it; null for a new task
 * @param reason why, where there is more to say
 * @param by who did it; null where a decision did
 * @param hereSince since when the student is known to have been in the building, where the step is about that
 */
public record TaskStep(
        StoredTask after,
        @Nullable TaskState before,
        What what,
        @Nullable String reason,
        @Nullable String by,
        Instant at,
        @Nullable Instant hereSince) {

    /** A step that tells nothing of where the student is. */
    public TaskStep(
            StoredTask after,
            @Nullable TaskState before,
            What what,
            @Nullable String reason,
            @Nullable String by,
            Instant at) {
        this(after, before, what, reason, by, at, null);
    }

    /** The same, with what is known of where the student is. */
    TaskStep hereSince(@Nullable Instant since) {
        return new TaskStep(after, before, what, reason, by, at, since);
    }

    /** What happened. */
    @Schema(name = "CallTaskStep")
    public enum What {
        OPENED,
        REOPENED,
        CLAIMED,
        CLAIM_EXTENDED,
        RELEASED,
        LEASE_RAN_OUT,
        WITHDRAWN,
        LEFT_THE_QUEUE,
        ARRIVED,
        ARRIVAL_ADDED,
        EXPIRED,
        FLAGGED,
        WEAKENED,
        CONFIRMED,
        NOTED,
        /** A lead said who is to make the call. */
        SHARED_OUT,
        /** Somebody called, and is to be called again, or goes on with another number. */
        CALLED,
        /** Somebody called, and the student is expected. */
        EXPECTED,
        /** Somebody called, and there is nothing more to ask. */
        FINISHED,
        /** A call was added that changed nothing. */
        CALL_ADDED,
        /** The family had told before anybody called. */
        TOLD_BEFORE,
        /** The household was reached about another student. */
        HOUSEHOLD_REACHED,
        /** Who had logged a call took it back. */
        CALL_UNDONE,
        /** What a call was logged as was corrected. */
        CALL_CORRECTED,
        /** The student was expected, and did not come. */
        DID_NOT_COME
    }
}
