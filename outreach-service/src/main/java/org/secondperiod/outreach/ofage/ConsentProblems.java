package org.secondperiod.outreach.ofage;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about consents. */
public final class ConsentProblems {

    private ConsentProblems() {}

    /** There is no such student, or none that the bearer may see. */
    public static HttpProblem noSuchStudent() {
        return Problems.notFound("There is no such student at a school of yours.");
    }

    /** There is none of that id. */
    public static HttpProblem noSuchConsent() {
        return Problems.notFound("There is no such consent of this student.");
    }

    /** There is one already. */
    public static HttpProblem isThere() {
        return Problems.of(
                409,
                "consent-is-there",
                "There is a consent already",
                "This contact may be called and told already. Withdraw that consent first, if another one takes its place.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The consent has changed",
                "Read it again and decide then: its version is another one than If-Match says.");
    }
}
