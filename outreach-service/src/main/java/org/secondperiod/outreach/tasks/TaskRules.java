package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.DayPlan;

/** What becomes of the task there is, or is not, when a conclusion wants something. */
record TaskRules(@Nullable CallTask task, DayPlan plan, Instant now) {

    private static final TaskChange NONE = new TaskChange.None();

    TaskChange changeFor(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Call call -> task == null ? open(call.weak()) : call(task, call.weak());
            case Wanted.Arrival arrival -> task == null ? NONE : arrival(task, arrival.at());
            case Wanted.NoCall no -> task == null ? NONE : noCall(task, no.reason());
            case Wanted.Patience patience -> task == null ? NONE : patience(task, patience.reason());
        };
    }

    private TaskChange open(boolean weak) {
        return callsMayOpen() ? new TaskChange.Open(weak) : NONE;
    }

    private TaskChange call(CallTask task, boolean weak) {
        if (task.state().mayReopen()) {
            return callsMayOpen() ? new TaskChange.Reopen(weak) : NONE;
        }
        if (!task.state().isUnfinished()) {
            return NONE;
        }
        if (isOver(task)) {
            return new TaskChange.Expire();
        }
        return weak ? weaken(task) : confirm(task);
    }

    private static TaskChange confirm(CallTask task) {
        return task.weakEvidence() || task.flag() != null ? new TaskChange.Confirm() : NONE;
    }

    private static TaskChange weaken(CallTask task) {
        if (task.weakEvidence()) {
            return NONE;
        }
        return task.isTouched() ? flag(task, Reason.HELD_AGAIN) : new TaskChange.Weaken();
    }

    private static TaskChange arrival(CallTask task, Instant at) {
        if (task.state().isUnfinished()) {
            return new TaskChange.Arrive(at);
        }
        boolean news = task.arrivedAt() == null || at.isBefore(task.arrivedAt());
        return news ? new TaskChange.AnnotateArrival(at) : NONE;
    }

    private static TaskChange noCall(CallTask task, Reason reason) {
        if (task.state().isUnfinished()) {
            return new TaskChange.Withdraw(reason);
        }
        if (task.state().mayReopen() || task.flag() == reason) {
            return NONE;
        }
        return new TaskChange.Annotate(reason);
    }

    private TaskChange patience(CallTask task, Reason reason) {
        if (!task.state().isUnfinished()) {
            return NONE;
        }
        if (isOver(task)) {
            return new TaskChange.Expire();
        }
        return task.isTouched() ? flag(task, reason) : new TaskChange.LeaveQueue(reason);
    }

    private static TaskChange flag(CallTask task, Reason reason) {
        return task.flag() == reason ? NONE : new TaskChange.Flag(reason);
    }

    private boolean callsMayOpen() {
        return plan instanceof DayPlan.Open day && day.callsMayOpenAt(now);
    }

    /** The school day is over, and no caller is still at work on the task. */
    private boolean isOver(CallTask task) {
        return plan instanceof DayPlan.Open day && !now.isBefore(day.endOfDay()) && !task.isLeasedAt(now);
    }
}
