package org.secondperiod.outreach.followups;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about follow-ups. */
public final class FollowUpProblems {

    private FollowUpProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchFollowUp() {
        return Problems.notFound("There is no such follow-up at a school of yours.");
    }

    /** It has ended. */
    public static HttpProblem isOver(FollowUp.State state) {
        return Problems.of(409, "follow-up-is-over", "The follow-up is over", "It is " + state + " already.");
    }

    /** It is somebody else's. */
    public static HttpProblem notYours() {
        return Problems.of(
                409,
                "follow-up-not-yours",
                "This follow-up is not yours",
                "Its owner may give it to somebody else; a lead or a principal may share out everybody's.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The follow-up has changed",
                "Read it again and decide then: its ETag is another one than If-Match says.");
    }
}
