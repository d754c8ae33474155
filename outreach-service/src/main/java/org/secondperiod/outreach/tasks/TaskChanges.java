package org.secondperiod.outreach.tasks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each change leaves of a task. */
final class TaskChanges {

    private TaskChanges() {}

    static @Nullable CallTask apply(TaskChange change, @Nullable CallTask task) {
        return switch (change) {
            case TaskChange.None none -> task;
            case TaskChange.Open open -> CallTask.open(open.weakEvidence());
            case TaskChange.Withdraw withdraw -> existing(task).withdrawn(withdraw.reason());
            case TaskChange.LeaveQueue leave -> existing(task).withdrawn(leave.reason());
            case TaskChange.Arrive arrive -> existing(task).arrived(arrive.at());
            case TaskChange.Expire expire -> existing(task).expired();
            case TaskChange.Reopen reopen -> existing(task).reopened(reopen.weakEvidence());
            case TaskChange.Flag flag -> existing(task).flagged(flag.reason());
            case TaskChange.Weaken weaken -> existing(task).weakened();
            case TaskChange.Confirm confirm -> existing(task).confirmed();
            case TaskChange.AnnotateArrival arrival -> existing(task).withArrival(arrival.at());
            case TaskChange.Annotate note -> existing(task).flagged(note.reason());
        };
    }

    private static CallTask existing(@Nullable CallTask task) {
        return Objects.requireNonNull(task, "only an existing task can change");
    }
}
