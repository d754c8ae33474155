package org.secondperiod.outreach.legalholds;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about legal holds. */
public final class LegalHoldProblems {

    private LegalHoldProblems() {}

    /** There is none of that id. */
    public static HttpProblem noSuchHold() {
        return Problems.notFound("There is no such legal hold.");
    }
}
