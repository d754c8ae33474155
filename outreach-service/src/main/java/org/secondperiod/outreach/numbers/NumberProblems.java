package org.secondperiod.outreach.numbers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about numbers that staff have found. */
public final class NumberProblems {

    private NumberProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchNumber() {
        return Problems.notFound("There is no such number of this student, entered at a school of yours.");
    }

    /** There is no such student at that school. */
    public static HttpProblem noSuchStudent() {
        return Problems.notFound("There is no such student at this school.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The number has changed",
                "Read it again and decide then: its version is another one than If-Match says.");
    }
}
