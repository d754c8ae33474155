package org.secondperiod.kit.bulk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Sizes;

/** What can be wrong with a bulk body as a whole. */
final class BulkProblems {

    private BulkProblems() {}

    static HttpProblem tooLarge(long maxBytes, long linesRead) {
        return Problems.of(
                413,
                "body-too-large",
                "The body is too large",
                "A body may have " + Sizes.inWords(maxBytes) + " and this one has more. " + linesRead
                        + " lines had been read when the limit was met; sending them again, in smaller files, changes nothing twice.");
    }

    static HttpProblem empty() {
        return Problems.of(422, "body-empty", "The body is empty", "Send at least one line.");
    }

    static HttpProblem utf16() {
        return encoding("The body begins like UTF-16. Save it as UTF-8.");
    }

    static HttpProblem compressed() {
        return encoding("The body begins like a compressed file. Send it uncompressed.");
    }

    private static HttpProblem encoding(String detail) {
        return Problems.of(422, "body-encoding", "The body is not UTF-8", detail);
    }

    static HttpProblem charset(String charset) {
        return Problems.of(
                415,
                "charset-not-supported",
                "Only UTF-8 is read",
                "The content type names another charset than UTF-8. Send UTF-8 and say so, or say nothing.");
    }

    static HttpProblem mediaType(String type) {
        return Problems.of(
                415,
                "media-type-not-supported",
                "The content type is not one of the two",
                "Send " + BulkFormat.NDJSON_TYPE + " or " + BulkFormat.CSV_TYPE + ".");
    }

    static HttpProblem header(String detail) {
        return Problems.of(422, "csv-header", "The header row does not fit", detail);
    }

    static HttpProblem unknownBatch() {
        return Problems.of(
                404,
                "batch-not-found",
                "There is no such batch",
                "No batch of yours has this id, or it is so old that its errors are no longer kept.");
    }
}
