package org.secondperiod.outreach.erasures;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about erasures. */
public final class ErasureProblems {

    private ErasureProblems() {}

    /** There is none of that id. */
    public static HttpProblem noSuchErasure() {
        return Problems.notFound("There is no such order of erasure.");
    }
}
