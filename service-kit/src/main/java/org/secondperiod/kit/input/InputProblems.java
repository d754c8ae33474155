package org.secondperiod.kit.input;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;
import java.util.List;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Problems.Violation;
import org.secondperiod.kit.problems.Sizes;

/** What is refused about a body before it is read. */
final class InputProblems {

    private static final int LONGEST_NAME = 64;

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

    static HttpProblem unknownParameter(String name, Collection<String> known) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        String message = "there is no such parameter here; "
                + (known.isEmpty() ? "none is known" : "known are " + String.join(", ", known));
        return Problems.build(400, "unknown-parameter", "There is no such parameter", shown + ": " + message)
                .with("violations", List.of(new Violation(shown, message)))
                .build();
    }

    static HttpProblem missing() {
        return Problems.of(
                400,
                "unreadable-json",
                "The body is not JSON as asked for",
                "The body is empty or null, and must be a JSON object.");
    }

    static HttpProblem tooLarge(int most) {
        return Problems.of(
                413,
                "body-too-large",
                "The body is too large",
                "One object may have %s. Many records go to an address that takes them one a line."
                        .formatted(Sizes.inWords(most)));
    }
}
