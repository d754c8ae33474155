package org.secondperiod.outreach.languages;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about the languages of staff. */
public final class LanguageProblems {

    private LanguageProblems() {}

    /** They call at no school of the bearer's. */
    public static HttpProblem nobodyOfYours() {
        return Problems.notFound("Nobody of that id calls at a school of yours.");
    }

    /** It is no longer as the client saw it. */
    static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "Somebody has said otherwise meanwhile",
                "Read the languages again and decide then: their version is another one than If-Match says.");
    }
}
