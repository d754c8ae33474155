package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * A call task as it is kept.
 *
 * @param claimedBy who holds it, or held it last
 * @param safety the student was in the building and left: called first
 * @param outlook what calls have left of it
 * @param version counts its steps
 */
public record StoredTask(
        String taskId,
        StudentAtSchool of,
        CallTask task,
        @Nullable String claimedBy,
        boolean safety,
        Instant openedAt,
        Outlook outlook,
        long version) {

    /** The same task, a step later. */
    public StoredTask next(CallTask after) {
        String holder = after.state() == TaskState.OPEN ? null : claimedBy;
        return new StoredTask(taskId, of, after, holder, safety, openedAt, outlook, version + 1);
    }

    /** The task in this caller's hands until the lease ends. */
    public StoredTask claimed(String caller, Instant leaseUntil) {
        CallTask claimed = new CallTask(
                TaskState.CLAIMED,
                task.weakEvidence(),
                task.attempted(),
                leaseUntil,
                null,
                task.arrivedAt(),
                task.flag());
        return new StoredTask(taskId, of, claimed, caller, safety, openedAt, outlook, version + 1);
    }

    /** The task back in the queue, in nobody's hands. */
    public StoredTask free() {
        CallTask open = new CallTask(
                TaskState.OPEN, task.weakEvidence(), task.attempted(), null, null, task.arrivedAt(), task.flag());
        return new StoredTask(taskId, of, open, null, safety, openedAt, outlook, version + 1);
    }

    /** The task after a call, a step later. */
    public StoredTask called(CallTask after, @Nullable String by, Outlook then) {
        String holder = after.state() == TaskState.OPEN ? null : by;
        return new StoredTask(taskId, of, after, holder, safety, openedAt, then, version + 1);
    }

    /** The same step with another outlook. */
    public StoredTask with(Outlook then) {
        return new StoredTask(taskId, of, task, claimedBy, safety, openedAt, then, version);
    }

    /** Whether the caller holds it now. */
    public boolean isHeldBy(String caller, Instant now) {
        return caller.equals(claimedBy) && task.isLeasedAt(now);
    }

    /** Whether somebody claimed it and let the time run out. */
    public boolean leaseRanOut(Instant now) {
        return task.state() == TaskState.CLAIMED && !task.isLeasedAt(now);
    }
}
