package org.secondperiod.kit.offboarding;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.secondperiod.kit.problems.Problems;

/** What is refused about the end of a district. */
final class OffBoardingProblems {

    private OffBoardingProblems() {}

    static HttpProblem offBoarded() {
        return Problems.of(
                403,
                "district-off-boarded",
                "The district was off-boarded",
                "The district has left: nothing of it is shown or taken in any more. GET /v1/off-boarding says who ordered it.");
    }

    /** @param holds in force, by their ids */
    static HttpProblem kept(List<String> holds) {
        return Problems.build(
                        409,
                        "kept-by-legal-hold",
                        "A legal hold keeps it",
                        "%d legal holds are in force, and keep records that must open: %s. When they are lifted, order it again."
                                .formatted(holds.size(), String.join(", ", holds)))
                .with("keptBy", holds)
                .build();
    }

    static HttpProblem otherDistrict() {
        return Problems.field("districtId", "is not this district's: name the district that is to end");
    }

    static HttpProblem holdsNotRead() {
        return Problems.unavailable(
                "This service has read no orders yet, so it does not know what legal holds keep. Ask again in a moment.");
    }
}
