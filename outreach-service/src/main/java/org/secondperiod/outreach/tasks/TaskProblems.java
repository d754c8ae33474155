package org.secondperiod.outreach.tasks;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about call tasks. */
public final class TaskProblems {

    private TaskProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchTask() {
        return Problems.notFound("There is no such call task at a school of yours.");
    }

    /** Somebody else holds it, which only who sees the school's tasks is told. */
    static HttpProblem claimedByAnother(@Nullable String by, @Nullable Instant until, Instant now) {
        String who = by == null ? "Somebody else" : by;
        String howLong = until == null
                ? ""
                : " for another %d minutes at most, unless they take more time"
                        .formatted(Math.ceilDiv(Duration.between(now, until).toSeconds(), 60));
        var problem = Problems.build(
                409,
                "task-claimed",
                "Somebody else has this call task",
                who + " has it" + howLong + ". It is free again when they give it back; a lead can release it.");
        if (by != null) {
            problem = problem.with("claimedBy", by);
        }
        if (until != null) {
            problem = problem.with("leaseUntil", until.toString());
        }
        return problem.build();
    }

    /** The bearer holds another one, and nobody holds two. */
    public static HttpProblem youHaveAnother(String taskId) {
        return Problems.build(
                        409,
                        "another-task-claimed",
                        "You have another call task",
                        "Give it back first (DELETE /v1/call-tasks/{taskId}/claim), or finish it:"
                                + " nobody holds two families at a time.")
                .with("taskId", taskId)
                .build();
    }

    /** It cannot be claimed in the state it is in. */
    public static HttpProblem notCallable(TaskState state) {
        return Problems.of(
                409, "task-not-callable", "There is nobody to call any more", "The call task is now " + state + ".");
    }

    /** The bearer does not hold it. */
    public static HttpProblem notYours() {
        return Problems.of(409, "task-not-yours", "This call task is not yours", "Only who holds it can give it back.");
    }

    /** There is no hold to be decided on. */
    public static HttpProblem nobodyIsHeld() {
        return Problems.of(
                409,
                "nobody-is-held",
                "Nobody is held for this reason",
                "No student of the school is held for this reason on this day, or no longer. GET /v1/holds lists those"
                        + " who are.");
    }

    /** Somebody else has decided meanwhile. */
    static HttpProblem decidedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "Somebody has decided meanwhile",
                "Read the hold again and decide then: the version of its decision is another one than If-Match says.");
    }

    /** It is too early or too late to call anybody. */
    public static HttpProblem outsideHours(LocalTime from, LocalTime until) {
        return Problems.build(
                        409,
                        "outside-permitted-hours",
                        "Families are not called at this hour",
                        "Families are called from %s to %s by the school's clock. Whoever must be called now may be picked by hand."
                                .formatted(from, until))
                .with("from", from.toString())
                .with("until", until.toString())
                .build();
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The call task has changed",
                "Read it again and decide then: its ETag is another one than If-Match says.");
    }
}
