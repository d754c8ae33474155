package org.secondperiod.outreach.groupnotes;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with a request about group notes. */
public final class GroupNoteProblems {

    private GroupNoteProblems() {}

    /** There is none of that id, or none that the bearer may see. */
    public static HttpProblem noSuchNote() {
        return Problems.notFound("There is no such note at a school of yours.");
    }

    /** The bearer neither wrote it nor leads there. */
    public static HttpProblem notYours() {
        return Problems.of(
                409,
                "note-not-yours",
                "This note is not yours",
                "Who wrote it takes it back, or a lead of the school.");
    }

    /** It is no longer as the client saw it. */
    public static HttpProblem changedMeanwhile() {
        return Problems.of(
                412,
                "changed-meanwhile",
                "The note has changed",
                "Read it again and decide then: its version is another one than If-Match says.");
    }
}
