package org.secondperiod.outreach.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Reason;
import org.secondperiod.outreach.tasks.TaskChange;
import org.secondperiod.outreach.tasks.TaskState;

/** Call tasks and what happens to them, as the tables write them. */
public record TaskNotation(Times times) {

    private static final Pattern TASK = Pattern.compile(
            "(?<state>[A-Z_]+)(?<weak> weak)?(?<attempted> attempted)?(?: until (?<lease>[0-9:]+))?(?:: (?<ended>[A-Z_]+))?"
                    + "(?: arrived (?<arrived>[0-9:]+))?(?: flagged (?<flag>[A-Z_]+))?");

    public @Nullable CallTask read(String text) {
        if (text.equals("none")) {
            return null;
        }
        Matcher task = TASK.matcher(text);
        if (!task.matches()) {
            throw new IllegalArgumentException("no such task: " + text);
        }
        return new CallTask(
                TaskState.valueOf(task.group("state")),
                task.group("weak") != null,
                task.group("attempted") != null,
                task.group("lease") == null ? null : times.read(task.group("lease")),
                reason(task.group("ended")),
                task.group("arrived") == null ? null : times.read(task.group("arrived")),
                reason(task.group("flag")));
    }

    public String write(@Nullable CallTask task) {
        return task == null
                ? "none"
                : task.state()
                        + (task.weakEvidence() ? " weak" : "")
                        + (task.attempted() ? " attempted" : "")
                        + (task.leaseUntil() == null ? "" : " until " + times.write(task.leaseUntil()))
                        + (task.ended() == null ? "" : ": " + task.ended())
                        + (task.arrivedAt() == null ? "" : " arrived " + times.write(task.arrivedAt()))
                        + (task.flag() == null ? "" : " flagged " + task.flag());
    }

    public String write(TaskChange change) {
        return switch (change) {
            case TaskChange.None it -> "nothing";
            case TaskChange.Open it -> "open" + weak(it.weakEvidence());
            case TaskChange.Withdraw it -> "withdraw: " + it.reason();
            case TaskChange.LeaveQueue it -> "leave the queue: " + it.reason();
            case TaskChange.Arrive it -> "arrive at " + times.write(it.at());
            case TaskChange.Expire it -> "expire";
            case TaskChange.Reopen it -> "reopen" + weak(it.weakEvidence());
            case TaskChange.Flag it -> "flag: " + it.reason();
            case TaskChange.Weaken it -> "weaken";
            case TaskChange.Confirm it -> "confirm";
            case TaskChange.AnnotateArrival it -> "add arrival at " + times.write(it.at());
            case TaskChange.Annotate it -> "add: " + it.reason();
        };
    }

    private static String weak(boolean weakEvidence) {
        return weakEvidence ? " weak" : "";
    }

    private static @Nullable Reason reason(@Nullable String text) {
        return text == null ? null : Reason.valueOf(text);
    }
}
