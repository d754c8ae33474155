package org.secondperiod.kit.identity;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;
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

    static HttpProblem keysNotKnown() {
        return Problems.unavailable(
                "The token is signed with a key that this service does not know yet, and the identity"
                        + " provider did not answer. Send the same again.");
    }

    private static HttpProblem notSignedIn(String challenge, String detail) {
        return Problems.build(401, "not-signed-in", "Not signed in", detail)
                .withHeader("WWW-Authenticate", challenge)
                .build();
    }

    static HttpProblem notAllowed() {
        return notAllowed("Neither the token nor a grant allows this.");
    }

    /** @param source what could have given it: the token or the grants, with its verb */
    static HttpProblem needsOneOf(String source, Collection<String> has, String... rolesOrScopes) {
        return notAllowed("This needs %s, and %s %s."
                .formatted(
                        String.join(" or ", rolesOrScopes),
                        source,
                        has.isEmpty() ? "no role and no scope" : "only " + String.join(", ", has)));
    }

    static HttpProblem nothingGranted(String... roles) {
        return notAllowed(
                "This needs %s, and no grant of yours is in force. Whoever administers grants can give you one."
                        .formatted(String.join(" or ", roles)));
    }

    /** This service is new, or was restored, and has not heard of any grant. */
    static HttpProblem grantsNotRead() {
        return Problems.unavailable(
                "This service has not read yet who may do what. It will within a minute of reaching the broker.");
    }

    static HttpProblem otherSchool() {
        return Problems.of(
                403,
                "other-school",
                "Not your school",
                "Neither the token nor a grant of yours allows this at this school.");
    }

    static HttpProblem notEverywhere() {
        return Problems.of(
                403,
                "other-school",
                "Not your school",
                "This concerns every school of the district, and you have the role for some of them only.");
    }

    private static HttpProblem notAllowed(String detail) {
        return Problems.of(403, "not-allowed", "Not allowed", detail);
    }
}
