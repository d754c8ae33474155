package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What deciding about a task needs to know of it.
 *
 * @param weakEvidence it stands on a hold: ask, never say "absent"
 * @param attempted somebody dialled, or talked with the family or the student
 * @param leaseUntil until when a caller holds it; null while nobody does
 * @param ended why it was withdrawn; null unless {@code WITHDRAWN}
 * @param arrivedAt when the student came, where one did
 * @param flag what changed under a caller's hands, or after the work was done
 */
public record CallTask(
        TaskState state,
        boolean weakEvidence,
        boolean attempted,
        @Nullable Instant leaseUntil,
        @Nullable Reason ended,
        @Nullable Instant arrivedAt,
        @Nullable Reason flag) {

    /** A new task, nobody has touched it. */
    public static CallTask open(boolean weakEvidence) {
        return new CallTask(TaskState.OPEN, weakEvidence, false, null, null, null, null);
    }

    /** Whether a person has put work into it: claimed or attempted. */
    public boolean isTouched() {
        return attempted || state == TaskState.CLAIMED || state == TaskState.AWAITING_ARRIVAL;
    }

    /** Whether a caller is at work on it. */
    public boolean isLeasedAt(Instant now) {
        return state == TaskState.CLAIMED && leaseUntil != null && now.isBefore(leaseUntil);
    }

    CallTask withdrawn(Reason reason) {
        return new CallTask(TaskState.WITHDRAWN, weakEvidence, attempted, null, reason, arrivedAt, flag);
    }

    CallTask arrived(Instant at) {
        return new CallTask(TaskState.ARRIVED, weakEvidence, attempted, null, null, at, null);
    }

    CallTask expired() {
        return new CallTask(TaskState.EXPIRED, weakEvidence, attempted, null, null, arrivedAt, flag);
    }

    CallTask reopened(boolean onWeakEvidence) {
        return new CallTask(TaskState.OPEN, onWeakEvidence, attempted, null, null, null, null);
    }

    CallTask weakened() {
        return new CallTask(state, true, attempted, leaseUntil, ended, arrivedAt, flag);
    }

    CallTask confirmed() {
        return new CallTask(state, false, attempted, leaseUntil, ended, arrivedAt, null);
    }

    /** Somebody dialled, or talked with the family: the task is in this state now, and in nobody's hands. */
    public CallTask called(TaskState after) {
        return new CallTask(after, weakEvidence, true, null, null, arrivedAt, flag);
    }

    /** The same, and who called holds it for another number. */
    public CallTask calledAndKept(Instant until) {
        return new CallTask(TaskState.CLAIMED, weakEvidence, true, until, null, arrivedAt, flag);
    }

    /** The same, without any other change. */
    public CallTask attemptAdded() {
        return new CallTask(state, weakEvidence, true, leaseUntil, ended, arrivedAt, flag);
    }

    CallTask flagged(Reason reason) {
        return new CallTask(state, weakEvidence, attempted, leaseUntil, ended, arrivedAt, reason);
    }

    CallTask withArrival(Instant at) {
        return new CallTask(state, weakEvidence, attempted, leaseUntil, ended, at, flag);
    }
}
