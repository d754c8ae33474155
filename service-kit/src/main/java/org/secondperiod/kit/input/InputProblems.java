package org.secondperiod.kit.input;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about a body before it is read. */
final class InputProblems {

    private InputProblems() {}

    static HttpProblem compressed() {
        return Problems.build(
                        415,
                        "encoding-not-supported",
                        "The body is compressed",
                        "Send it uncompressed, without a Content-Encoding.")
                .withHeader("Accept-Encoding", "identity")
                .build();
    }

    static HttpProblem charset() {
        return Problems.of(
                415,
                "charset-not-supported",
                "Only UTF-8 is read",
                "The content type names another charset than UTF-8. Send UTF-8 and say so, or say nothing.");
    }

    static HttpProblem missing() {
        return Problems.of(
                400,
                "unreadable-json",
                "The body is not JSON as asked for",
                "The body is empty or null, and must be a JSON object.");
    }
}
