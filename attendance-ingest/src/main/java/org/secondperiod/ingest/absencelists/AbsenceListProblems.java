package org.secondperiod.ingest.absencelists;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about lists. */
final class AbsenceListProblems {

    private AbsenceListProblems() {}

    static HttpProblem noSuchList() {
        return Problems.notFound("No list with this id was told of this school, or it is kept no more.");
    }
}
