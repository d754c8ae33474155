package org.secondperiod.entry.buildings;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with whose doors a request is about. */
public final class BuildingProblems {

    /** Where a credential speaks for a door that is not its schools'. */
    public static final String OTHER_SCHOOLS =
            "The reader stands in a building of other schools than those this credential is for";

    private BuildingProblems() {}

    static HttpProblem otherSchools() {
        return Problems.field("readerId", OTHER_SCHOOLS);
    }
}
