package org.secondperiod.kit.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;

/** Makes problems (RFC 9457). Each type is explained in {@code docs/problems.md}; details never hold a student's data. */
public final class Problems {

    private static final String TYPES = "https://secondperiod.org/problems/";

    /** What is wrong with a field of a request, and the way out. */
    public record Violation(String field, String message) {}

    private Problems() {}

    /**
     * A problem.
     *
     * @param status HTTP status
     * @param type the last part of the type's URI, a heading of {@code docs/problems.md}
     * @param title what kind of problem it is, the same for every one of the type
     * @param detail what is wrong here and the way out
     */
    public static HttpProblem of(int status, String type, String title, String detail) {
        return build(status, type, title, detail).build();
    }

    /** One field of the request is wrong. */
    public static HttpProblem field(String field, String message) {
        return fields(List.of(new Violation(field, message)));
    }

    /** Several fields of the request are wrong. */
    public static HttpProblem fields(List<Violation> violations) {
        var first = violations.getFirst();
        var more = violations.size() == 1 ? "" : " (and %d more)".formatted(violations.size() - 1);
        return build(422, "invalid-field", "A field is not valid", first.field() + ": " + first.message() + more)
                .with("violations", violations)
                .build();
    }

    /** Nothing of that name, or nothing that this credential may see. */
    public static HttpProblem notFound(String what) {
        return of(404, "not-found", "Not found", what);
    }

    /** A part of the system does not answer; the same request later will do. */
    public static HttpProblem unavailable(String detail) {
        return build(503, "unavailable", "Not available right now", detail)
                .withHeader("Retry-After", 5)
                .build();
    }

    /** For problems that carry more members. */
    public static HttpProblem.Builder build(int status, String type, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + type))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }
}
