package org.secondperiod.ingest.rosters.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Sizes;

/** What may be wrong with a roster's upload; what is wrong inside it stands in the import. */
final class RostersProblems {

    private RostersProblems() {}

    static HttpProblem tooLarge(long most) {
        return Problems.of(
                413,
                "roster-too-large",
                "The roster is too large",
                "At most %s are taken. Send the schools in several archives: a bulk file only replaces those it names."
                        .formatted(Sizes.inWords(most)));
    }

    static HttpProblem empty() {
        return Problems.of(
                400, "roster-empty", "The roster is empty", "The body is the zip itself, and it had no bytes.");
    }

    static HttpProblem needsAllSchools() {
        return Problems.of(
                403,
                "needs-all-schools",
                "Not for one school alone",
                "A roster may name any school of the district, so only a credential for all schools may send one.");
    }

    static HttpProblem emptyParameter(String name) {
        return Problems.field(name, "must be true or false");
    }

    static HttpProblem noSuchImport() {
        return Problems.notFound("There is no import of this id.");
    }
}
