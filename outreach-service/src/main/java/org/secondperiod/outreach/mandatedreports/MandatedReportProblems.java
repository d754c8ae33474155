package org.secondperiod.outreach.mandatedreports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What is refused about noted reports. */
public final class MandatedReportProblems {

    private MandatedReportProblems() {}

    /** There is none of that id, or another one's. */
    public static HttpProblem noSuchReport() {
        return Problems.notFound("There is no such note of yours.");
    }

    /** The district has not switched it on. */
    public static HttpProblem notNoted() {
        return Problems.of(
                409,
                "reports-are-not-noted",
                "Reports are not noted here",
                "This district notes nothing of reports here. What to do: GET /outreach/v1/mandated-reporting.");
    }

    /** Records that it would take with it must stay. */
    public static HttpProblem kept() {
        return Problems.of(
                409,
                "kept-by-legal-hold",
                "A legal hold keeps it",
                "A legal hold keeps records of this student or school. Take it back when that has ended.");
    }
}
