package org.secondperiod.outreach.grants;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import org.secondperiod.kit.problems.Problems;

/** What is refused about grants. */
public final class GrantProblems {

    private GrantProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchGrant() {
        return Problems.notFound("There is no such grant at a school of yours.");
    }

    static HttpProblem of(GrantRules.Refusal refusal, String role) {
        return switch (refusal) {
            case OWN ->
                Problems.of(
                        403,
                        "own-grant",
                        "Not for yourself",
                        "Nobody gives themselves a role, a school, a right or more time. Ask somebody else who gives"
                                + " grants; you may give up what you have.");
            case ROLE ->
                Problems.of(
                        403,
                        "more-than-you-hold",
                        "More than you hold",
                        "You cannot give or take the role %s: an administrator can, and for callers a lead or a principal of the school, for leads a principal."
                                .formatted(role));
            case SCHOOL ->
                Problems.of(
                        403,
                        "more-than-you-hold",
                        "More than you hold",
                        "One of the schools is not yours to give or take %s at.".formatted(role));
            case RIGHT ->
                Problems.of(
                        403,
                        "more-than-you-hold",
                        "More than you hold",
                        "You do not have this right at each of the schools, so you cannot give it.");
            case END ->
                Problems.field("expiresAt", "is after the end of your own grant: nobody gives what they do not hold");
        };
    }

    static HttpProblem tooLong(Instant latest) {
        return Problems.field("expiresAt", "must be in the future and not after " + latest);
    }

    static HttpProblem isRevoked() {
        return Problems.of(
                409, "grant-revoked", "The grant was revoked", "A revoked grant stays so. Give a new one instead.");
    }

    static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "Somebody changed it meanwhile",
                "Read the grant again and decide then: its ETag is another one than If-Match says.");
    }
}
