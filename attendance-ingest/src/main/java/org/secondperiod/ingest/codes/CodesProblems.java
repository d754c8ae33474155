package org.secondperiod.ingest.codes;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about attendance codes. */
public final class CodesProblems {

    private CodesProblems() {}

    /** The district's codes hold at every school, so only who may see every school may change them. */
    public static HttpProblem needsAllSchools() {
        return Problems.of(
                403,
                "needs-all-schools",
                "Not for one school alone",
                "The district's codes hold at every school, and you may not speak for all of them."
                        + " A school's own codes are under /v1/schools/{schoolId}/attendance-codes.");
    }

    /** The list is missing. */
    public static HttpProblem noCodes() {
        return Problems.field("codes", "must be given; an empty list means no codes");
    }
}
