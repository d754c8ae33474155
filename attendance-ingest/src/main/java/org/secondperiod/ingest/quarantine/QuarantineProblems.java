package org.secondperiod.ingest.quarantine;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about the quarantine. */
final class QuarantineProblems {

    private QuarantineProblems() {}

    static HttpProblem notWaiting() {
        return Problems.notFound("No fact with this id waits in quarantine; it may have gone on already.");
    }
}
