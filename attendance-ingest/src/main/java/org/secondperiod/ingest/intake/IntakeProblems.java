package org.secondperiod.ingest.intake;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Sizes;

/** What is refused about a fact as a whole. */
final class IntakeProblems {

    static final String ID_USED =
            "this id was sent before by this credential with other content; only a higher version may change it";

    private IntakeProblems() {}

    static HttpProblem idUsed() {
        return Problems.of(409, "own-id-used", "The id was used for other content", "markId: " + ID_USED + ".");
    }

    static HttpProblem tooLarge(int maxBytes) {
        return Problems.of(
                413,
                "body-too-large",
                "The body is too large",
                "One fact may have %s. Many facts go to the batch address, one a line."
                        .formatted(Sizes.inWords(maxBytes)));
    }
}
