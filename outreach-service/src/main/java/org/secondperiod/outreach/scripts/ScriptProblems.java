package org.secondperiod.outreach.scripts;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about scripts. */
public final class ScriptProblems {

    private ScriptProblems() {}

    /** There is none of that language or kind. */
    public static HttpProblem noSuchScript() {
        return Problems.notFound(
                "There is no such script: a language is two or three letters, such as es, and kinds are listed by GET"
                        + " /v1/scripts.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The script has changed",
                "Read it again and decide then: its version is another one than If-Match says.");
    }
}
