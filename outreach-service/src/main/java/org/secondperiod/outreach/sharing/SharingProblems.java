package org.secondperiod.outreach.sharing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about sharing calls out. */
public final class SharingProblems {

    private SharingProblems() {}

    /** Whoever is named may not call there. */
    public static HttpProblem callsNotThere(String field) {
        return Problems.field(field, "names somebody who does not call at this school; GET /v1/grants lists who does");
    }

    /** They have calls that the client has not seen. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "They have other calls by now",
                "Read the list again and decide then: calls are theirs that \"seen\" does not name.");
    }

    /** A task is not of that school and day, or there is nobody to call any more. */
    public static HttpProblem notToBeShared() {
        return Problems.field(
                "assignments",
                "has call tasks that are not of this school and day, or over, or one twice; read the list again");
    }
}
