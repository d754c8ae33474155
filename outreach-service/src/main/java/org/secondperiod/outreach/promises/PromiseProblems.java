package org.secondperiod.outreach.promises;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about promises. */
public final class PromiseProblems {

    private PromiseProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchPromise() {
        return Problems.notFound("There is no such promise at a school of yours.");
    }

    /** It was taken back. */
    public static HttpProblem isWithdrawn() {
        return Problems.of(
                409,
                "promise-is-withdrawn",
                "The promise was taken back",
                "It was withdrawn, or the call in which it was made was undone: nobody keeps or breaks it any more.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The promise has changed",
                "Read it again and decide then: its ETag is another one than If-Match says.");
    }
}
