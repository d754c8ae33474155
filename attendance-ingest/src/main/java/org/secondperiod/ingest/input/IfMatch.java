package org.secondperiod.ingest.input;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;

/** Conditional edits: a version as an entity tag, and a check that nobody else was faster. */
public final class IfMatch {

    private IfMatch() {}

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses (412) an edit that was made on another version; without {@code If-Match} the last edit wins. */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null) {
            return;
        }
        var any = ifMatch.equals("*") && current > 0;
        if (!any && !ifMatch.equals(tag(current))) {
            throw changedMeanwhile(current);
        }
    }

    private static HttpProblem changedMeanwhile(long current) {
        return Problems.of(
                412,
                "changed-meanwhile",
                "Somebody changed it meanwhile",
                "It is version %d by now. Read it again, and send the edit with its ETag in If-Match."
                        .formatted(current));
    }
}
