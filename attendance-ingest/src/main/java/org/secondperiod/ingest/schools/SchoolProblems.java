package org.secondperiod.ingest.schools;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about schools. */
public final class SchoolProblems {

    private SchoolProblems() {}

    static HttpProblem notSetUp() {
        return Problems.notFound(
                "The school is not set up. PUT /v1/schools/{schoolId} does that, and comes before its bells"
                        + " and its calendar.");
    }

    /** The time zone is none. */
    public static HttpProblem zone() {
        return Problems.field("zone", "must be a time zone of the IANA database, like America/New_York");
    }

    /** Something in the body is missing. */
    public static HttpProblem missing(String field) {
        return Problems.field(field, "must be given");
    }
}
