package org.secondperiod.ingest.histories.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Sizes;

/** What may be wrong with the upload of a history; what is wrong inside of it stands in the import. */
final class HistoriesProblems {

    private HistoriesProblems() {}

    static HttpProblem tooLarge(long most) {
        return Problems.of(
                413,
                "history-too-large",
                "The history is too large",
                "At most %s are taken. Send it in several files, of some schools or of some months each."
                        .formatted(Sizes.inWords(most)));
    }

    static HttpProblem empty() {
        return Problems.of(
                400, "history-empty", "The history is empty", "The body is the file itself, and it had no bytes.");
    }

    static HttpProblem needsAllSchools() {
        return Problems.of(
                403,
                "needs-all-schools",
                "Not for one school alone",
                "A history may name any school of the district, so only a credential for all schools may send one.");
    }

    static HttpProblem emptyParameter(String name) {
        return Problems.field(name, "must be given with a value, or not at all");
    }

    static HttpProblem noSuchHistory() {
        return Problems.notFound("There is no import of a history of this id.");
    }
}
