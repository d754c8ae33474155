package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.tasks.TaskStep.What;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** From what a decision does to a task to the step that is kept. */
public final class TaskSteps {

    private TaskSteps() {}

    /** The step that gives back what nobody holds any more; null where that is not so. */
    public static @Nullable TaskStep leaseRanOut(@Nullable StoredTask task, Instant now) {
        return task == null || !task.leaseRanOut(now)
                ? null
                : new TaskStep(task.free(), task.task().state(), What.LEASE_RAN_OUT, null, null, now);
    }

    /** The step that a change is; null where nothing changes. */
    public static @Nullable TaskStep of(
            TaskChange change,
            @Nullable StoredTask task,
            StudentAtSchool of,
            String taskId,
            Whereabouts whereabouts,
            Instant now) {
        if (change instanceof TaskChange.None) {
            return null;
        }
        CallTask after = change.after(task == null ? null : task.task());
        if (after == null) {
            throw new IllegalStateException("a change leaves a task");
        }
        boolean safety = whereabouts instanceof Whereabouts.Unaccounted missing && missing.leftAt() != null;
        StoredTask next = task == null
                ? new StoredTask(taskId, of, after, null, safety, now, Outlook.OPEN, 1)
                : withSafety(task.next(after), safety || task.safety());
        return new TaskStep(
                after.state().isUnfinished() && !(change instanceof TaskChange.Reopen)
                        ? next
                        : next.with(next.outlook().closed()),
                task == null ? null : task.task().state(),
                what(change),
                reason(change),
                null,
                now);
    }

    private static StoredTask withSafety(StoredTask task, boolean safety) {
        return new StoredTask(
                task.taskId(),
                task.of(),
                task.task(),
                task.claimedBy(),
                safety,
                task.openedAt(),
                task.outlook(),
                task.version());
    }

    private static What what(TaskChange change) {
        return switch (change) {
            case TaskChange.None it -> throw new IllegalArgumentException("nothing happened");
            case TaskChange.Open it -> What.OPENED;
            case TaskChange.Reopen it -> What.REOPENED;
            case TaskChange.Withdraw it -> What.WITHDRAWN;
            case TaskChange.LeaveQueue it -> What.LEFT_THE_QUEUE;
            case TaskChange.Arrive it -> What.ARRIVED;
            case TaskChange.AnnotateArrival it -> What.ARRIVAL_ADDED;
            case TaskChange.Expire it -> What.EXPIRED;
            case TaskChange.Flag it -> What.FLAGGED;
            case TaskChange.Weaken it -> What.WEAKENED;
            case TaskChange.Confirm it -> What.CONFIRMED;
            case TaskChange.Annotate it -> What.NOTED;
        };
    }

    private static @Nullable String reason(TaskChange change) {
        return switch (change) {
            case TaskChange.Withdraw it -> it.reason().name();
            case TaskChange.LeaveQueue it -> it.reason().name();
            case TaskChange.Flag it -> it.reason().name();
            case TaskChange.Annotate it -> it.reason().name();
            default -> null;
        };
    }
}
