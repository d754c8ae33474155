package org.secondperiod.kit.identity;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.secondperiod.kit.problems.Problems;

/** What is said to who may not. */
final class IdentityProblems {

    private IdentityProblems() {}

    static HttpProblem notSignedIn() {
        return Problems.of(
                401, "not-signed-in", "Not signed in", "Send a bearer token of the district's identity provider.");
    }

    static HttpProblem needsOneOf(String... rolesOrScopes) {
        return Problems.of(
                403,
                "not-allowed",
                "Not allowed",
                "This needs "
                        + Arrays.stream(rolesOrScopes).collect(Collectors.joining(" or "))
                        + ", and the token has none of these.");
    }

    static HttpProblem otherSchool() {
        return Problems.of(403, "other-school", "Not your school", "The token does not name this school.");
    }
}
