package org.secondperiod.outreach.attempts;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.List;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Problems.Violation;

/** What can be wrong with a request about attempts and conversations. */
public final class AttemptProblems {

    private AttemptProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchAttempt() {
        return Problems.notFound("There is no such attempt or conversation at a school of yours.");
    }

    /** What it says contradicts itself. */
    static HttpProblem contradicts(List<Violation> violations) {
        return Problems.fields(violations);
    }

    /** Somebody else logged it. */
    static HttpProblem notYours() {
        return Problems.of(
                409,
                "attempt-not-yours",
                "Somebody else logged this call",
                "Only who logged it takes it back. They, and leads and principals, may correct it (PUT).");
    }

    /** The time in which it may be taken back is over. */
    static HttpProblem tooLate(Duration undo) {
        return Problems.build(
                        409,
                        "too-late-to-undo",
                        "It is too late to take this back",
                        "A call is taken back within %d seconds of being logged. Correct it instead (PUT): what it said before is kept."
                                .formatted(undo.toSeconds()))
                .with("seconds", undo.toSeconds())
                .build();
    }

    /** It was taken back. */
    static HttpProblem isUndone() {
        return Problems.of(
                409,
                "attempt-undone",
                "The call was taken back",
                "Who had logged it took it back, so that it never was. Log it again if it was made.");
    }

    /** It is no longer as the client saw it. */
    static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The attempt has changed",
                "Read it again and decide then: its ETag is another one than If-Match says.");
    }
}
