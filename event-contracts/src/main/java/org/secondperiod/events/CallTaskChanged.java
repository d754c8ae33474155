package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step in a call task's life. One student, one school, one school day: at most one task.
 *
 * @param reason why it was withdrawn, where it was
 * @param weakEvidence it came from a hold that nobody decided: ask, never say "absent"
 * @param flagged the evidence fell away after somebody had touched it
 * @param arrivedAt when the student came in after all
 * @param version counts the changes of this task; a lower one is stale
 * @param callAgainAt before that time nobody is to call; absent: at once
 * @param expectedBy until when the student is expected in school, while the state is {@code AWAITING_ARRIVAL}
 */
public record CallTaskChanged(
        String eventId,
        String taskId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        State state,
        @Nullable State previous,
        @Nullable String reason,
        boolean weakEvidence,
        boolean flagged,
        @Nullable String claimedBy,
        @Nullable Instant arrivedAt,
        long version,
        Instant recordedAt,
        @Nullable Instant callAgainAt,
        @Nullable Instant expectedBy)
        implements Event {

    /** The states of a task, as in docs/rules.md. */
    public enum State {
        OPEN,
        CLAIMED,
        AWAITING_ARRIVAL,
        DONE,
        ARRIVED,
        WITHDRAWN,
        EXPIRED
    }
}
