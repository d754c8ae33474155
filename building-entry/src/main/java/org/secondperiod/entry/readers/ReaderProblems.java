package org.secondperiod.entry.readers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about readers. */
public final class ReaderProblems {

    private ReaderProblems() {}

    public static HttpProblem notRegistered(String readerId) {
        return Problems.of(
                404,
                "reader-not-registered",
                "The reader is not registered",
                "No reader " + readerId + " is known here. Register it with PUT /entry/v1/readers/" + readerId
                        + " {\"buildingId\": ..., \"name\": ...}.");
    }

    public static HttpProblem changedMeanwhile(long version) {
        return Problems.of(
                412,
                "reader-changed-meanwhile",
                "The reader was changed meanwhile",
                "Its settings now have version " + version + ". Read them again and decide again.");
    }

    public static HttpProblem incredibleClock() {
        return Problems.field(
                "at", "is more than 30 days behind our clock or more than a day ahead; set the reader's clock");
    }

    public static HttpProblem noId() {
        return Problems.field("readerId", "is not an id: 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
    }
}
