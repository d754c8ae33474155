package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision does to a task. {@link #after} tells the task that results. */
public sealed interface TaskChange {

    /** The task after this change; null where there is none. */
    default @Nullable CallTask after(@Nullable CallTask task) {
        return TaskChanges.apply(this, task);
    }

    /** Nothing changes. */
    record None() implements TaskChange {}

    /**
     * A first task opens.
     *
     * @param weakEvidence it stands on a hold
     */
    record Open(boolean weakEvidence) implements TaskChange {}

    /** There is nothing left to ask (rules 1 to 7). Notes and attempts are kept. */
    record Withdraw(Reason reason) implements TaskChange {}

    /** An untouched task leaves the queue because the evidence fell back; it comes back if the evidence does. */
    record LeaveQueue(Reason reason) implements TaskChange {}

    /** The student came (rule 8). */
    record Arrive(Instant at) implements TaskChange {}

    /** The school day ended first. */
    record Expire() implements TaskChange {}

    /** A task that had ended by itself begins again. */
    record Reopen(boolean weakEvidence) implements TaskChange {}

    /** A touched task stays, and its caller is told that the evidence fell back. */
    record Flag(Reason reason) implements TaskChange {}

    /** An untouched task now stands on a hold that is to be called all the same: it asks, and no longer tells. */
    record Weaken() implements TaskChange {}

    /** The evidence is whole again: the task is neither weak nor flagged any more. */
    record Confirm() implements TaskChange {}

    /** A task that ended without an arrival learns of one. It keeps its state. */
    record AnnotateArrival(Instant at) implements TaskChange {}

    /** A finished task learns what was found out later. It keeps its state. */
    record Annotate(Reason reason) implements TaskChange {}
}
