package org.secondperiod.ingest.quarantine;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about the quarantine. */
final class QuarantineProblems {

    private QuarantineProblems() {}

    static HttpProblem waitsForItsCode() {
        return Problems.of(
                409,
                "waits-for-its-code",
                "The mark waits for its code",
                "It was told as a question already. Say what its code means (PUT /v1/attendance-codes), or send the mark again"
                        + " as withdrawn, with a higher version.");
    }

    static HttpProblem notWaiting() {
        return Problems.notFound("No fact with this id waits in quarantine; it may have gone on already.");
    }
}
