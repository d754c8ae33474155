package org.secondperiod.kit.identity;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.secondperiod.kit.problems.Problems;

/** What is said to who may not. */
final class IdentityProblems {

    private IdentityProblems() {}

    static HttpProblem notSignedIn() {
        return notSignedIn("Bearer", "Send a bearer token of the district's identity provider.");
    }

    static HttpProblem badToken() {
        return notSignedIn(
                "Bearer error=\"invalid_token\"",
                "The bearer token cannot be used: it has run out, is not meant for this system, was changed, or is none."
                        + " Get a new one from the district's identity provider.");
    }

    private static HttpProblem notSignedIn(String challenge, String detail) {
        return Problems.build(401, "not-signed-in", "Not signed in", detail)
                .withHeader("WWW-Authenticate", challenge)
                .build();
    }

    static HttpProblem notAllowed() {
        return Problems.of(403, "not-allowed", "Not allowed", "The token does not allow this.");
    }

    static HttpProblem needsOneOf(Collection<String> has, String... rolesOrScopes) {
        return Problems.of(
                403,
                "not-allowed",
                "Not allowed",
                "This needs "
                        + Arrays.stream(rolesOrScopes).collect(Collectors.joining(" or "))
                        + ", and the token has "
                        + (has.isEmpty() ? "no role and no scope." : "only " + String.join(", ", has) + "."));
    }

    static HttpProblem otherSchool() {
        return Problems.of(403, "other-school", "Not your school", "The token does not name this school.");
    }
}
