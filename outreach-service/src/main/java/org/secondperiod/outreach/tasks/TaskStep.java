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
 */
public record TaskStep(
        StoredTask after,
        @Nullable TaskState before,
        What what,
        @Nullable String reason,
        @Nullable String by,
        Instant at) {

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
        NOTED
    }
}
