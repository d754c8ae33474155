package org.secondperiod.outreach.households;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Somebody of the same household who is to be called about on the same day, or was.
 *
 * @param claimedBy whose hands the task is in
 * @param leaseUntil until when
 */
public record Sibling(
        String taskId,
        StudentAtSchool of,
        TaskState state,
        @Nullable String claimedBy,
        @Nullable Instant leaseUntil) {

    /** Whether another caller is at work on it. */
    public boolean isWithAnother(String caller, Instant now) {
        return state == TaskState.CLAIMED
                && !caller.equals(claimedBy)
                && leaseUntil != null
                && now.isBefore(leaseUntil);
    }
}
