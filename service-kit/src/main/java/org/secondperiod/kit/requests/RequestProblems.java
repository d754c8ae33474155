package org.secondperiod.kit.requests;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** Why a request with an {@code Idempotency-Key} gets no answer. */
public final class RequestProblems {

    private RequestProblems() {}

    static HttpProblem keyLength(int longest) {
        return Problems.field("Idempotency-Key", "has 1 to %d characters; a UUID is a good one".formatted(longest));
    }

    static HttpProblem inFlight() {
        return Problems.of(
                409,
                "request-in-flight",
                "The same request is being worked on",
                "A request with this Idempotency-Key has not been answered yet. Send the same again.");
    }

    static HttpProblem keyReused() {
        return Problems.of(
                422,
                "idempotency-key-reused",
                "The Idempotency-Key was used for another request",
                "Take a new key for a new request; keep the key only to send the very same again.");
    }

    /** It took effect, and what was answered then is kept no more. */
    public static HttpProblem answerGone() {
        return Problems.of(
                410,
                "answer-gone",
                "The answer is kept no more",
                "The request with this Idempotency-Key took effect, and what was answered was erased since. Do not send it again.");
    }
}
