package org.secondperiod.outreach.facts;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with what staff saw. */
public final class FactProblems {

    private FactProblems() {}

    /** The id is taken by another sighting. */
    public static HttpProblem otherSightingOfThatId() {
        return Problems.of(
                409,
                "sighting-differs",
                "There is another sighting of that id",
                "Send the same again, or take a new sightingId.");
    }
}
