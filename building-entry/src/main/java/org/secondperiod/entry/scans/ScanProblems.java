package org.secondperiod.entry.scans;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a single scan. */
public final class ScanProblems {

    private ScanProblems() {}

    /** A body that is no scan. */
    public static HttpProblem unreadable(BadLine why) {
        if (why.field() != null) {
            return Problems.field(why.field(), why.reason());
        }
        return Problems.of(400, "unreadable-json", "The body is not JSON as asked for", why.reason());
    }

    /** A scan that is not taken. */
    static HttpProblem refused(ScanOutcome outcome) {
        String reason = String.valueOf(outcome.reason());
        if (outcome.kind() == ScanOutcome.Kind.CONFLICTING) {
            return Problems.of(409, "scan-conflicts", "The scanId stands for another scan", reason + ".");
        }
        return Problems.field(String.valueOf(outcome.field()), reason);
    }
}
