package org.secondperiod.kit.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The problem for a status with which the framework itself refuses a request. */
final class StatusProblems {

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private StatusProblems() {}

    static HttpProblem of(int status) {
        return switch (status) {
            case 400 ->
                Problems.of(
                        400,
                        "unreadable-request",
                        "The request cannot be read",
                        "Its address, a header or its body is not of the form that HTTP asks for.");
            case 404 -> Problems.notFound("There is nothing at this address.");
            case 406 ->
                Problems.of(
                        406,
                        "not-acceptable",
                        "Not acceptable",
                        "The answer cannot have the type that Accept asks for; see the OpenAPI document.");
            case 413 ->
                Problems.of(
                        413,
                        "body-too-large",
                        "The body is too large",
                        "Send less at a time; sending parts again changes nothing twice.");
            default -> {
                var known = Response.Status.fromStatusCode(status);
                var title = known == null ? "Status " + status : known.getReasonPhrase();
                yield status >= 500
                        ? OurFault.internal()
                        : Problems.of(status, "http-" + status, title, "The request was refused: " + title + ".");
            }
        };
    }

    /** For a method that an address does not take. */
    static HttpProblem methodNotAllowed(String allowed) {
        return Problems.build(
                        METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "This address does not take this method; see the OpenAPI document.")
                .withHeader(HttpHeaders.ALLOW, allowed)
                .build();
    }

    /** For a content type that an operation does not take, which takes these. */
    static HttpProblem notTaken(List<String> types) {
        return Problems.of(
                UNSUPPORTED_MEDIA_TYPE,
                "media-type-not-supported",
                "The content type is not taken here",
                types.isEmpty()
                        ? "Send one of the content types that the OpenAPI document names for this address."
                        : "Send " + String.join(" or ", types) + ", and say so in Content-Type.");
    }
}
