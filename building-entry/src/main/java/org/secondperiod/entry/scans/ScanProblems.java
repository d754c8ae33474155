package org.secondperiod.entry.scans;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a single scan. */
final class ScanProblems {

    private ScanProblems() {}

    /** A scan that is not taken. */
    static HttpProblem refused(ScanOutcome outcome) {
        String reason = String.valueOf(outcome.reason());
        if (outcome.kind() == ScanOutcome.Kind.CONFLICTING) {
            return Problems.of(409, "scan-conflicts", "The scanId stands for another scan", reason + ".");
        }
        return Problems.field(String.valueOf(outcome.field()), reason);
    }
}
