package org.secondperiod.ingest.knownabsences;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about known absences. */
public final class KnownAbsenceProblems {

    private KnownAbsenceProblems() {}

    /** There is none, or none that the token may see. */
    public static HttpProblem unknown() {
        return Problems.notFound("No absence with this id is known, or it is of a school that is not yours.");
    }

    static HttpProblem stale(Declared stored) {
        return Problems.of(
                409,
                "newer-version-known",
                "A newer version is known",
                "Version %d stands. Read it again, and send the change with a higher version or with none."
                        .formatted(stored.version()));
    }

    static HttpProblem refused(Meeting.Refused why) {
        return Problems.of(
                409,
                "known-absence-conflict",
                "It contradicts what was sent before",
                why.field() + " " + why.why() + ".");
    }
}
