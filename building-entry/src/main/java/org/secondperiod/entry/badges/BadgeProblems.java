package org.secondperiod.entry.badges;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about badges. */
public final class BadgeProblems {

    private BadgeProblems() {}

    public static HttpProblem noId() {
        return Problems.field("badge", "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
    }

    public static HttpProblem periodEmpty() {
        return Problems.field("validTo", "is not after validFrom");
    }

    /** Everything of the student was erased. */
    public static HttpProblem studentErased() {
        return Problems.field("studentId", "is of a student who was erased; nothing is taken in any more");
    }

    public static HttpProblem unknown(String badge) {
        return Problems.of(
                404,
                "badge-not-known",
                "The badge is not known",
                "Nobody claims the badge " + badge + ", now or earlier.");
    }
}
