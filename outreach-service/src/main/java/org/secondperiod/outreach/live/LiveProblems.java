package org.secondperiod.outreach.live;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with watching. */
public final class LiveProblems {

    private LiveProblems() {}

    /** The broker has not been reached yet. */
    public static HttpProblem notYet() {
        return Problems.unavailable("Live changes are not available yet. Lists are; ask again in a moment.");
    }
}
