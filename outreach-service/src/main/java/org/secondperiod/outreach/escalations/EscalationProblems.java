package org.secondperiod.outreach.escalations;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about escalations and building checks. */
public final class EscalationProblems {

    private EscalationProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchEscalation() {
        return Problems.notFound("There is no such escalation at a school of yours.");
    }

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchCheck() {
        return Problems.notFound("There is no such building check at a school of yours.");
    }

    /** It has ended. */
    public static HttpProblem isOver(Escalation.State state) {
        return Problems.of(
                409, "escalation-is-over", "The escalation is over", "It is " + state + " already, and stays so.");
    }

    /** Somebody has said what they found, or the student came. */
    public static HttpProblem checkIsOver(BuildingCheck.State state) {
        return Problems.of(
                409,
                "building-check-is-over",
                "The building check is over",
                "It is " + state + " already, and stays so.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "It has changed",
                "Read it again and decide then: its ETag is another one than If-Match says.");
    }
}
