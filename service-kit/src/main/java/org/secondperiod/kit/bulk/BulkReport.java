package org.secondperiod.kit.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong in one bulk request. The first {@value #INLINE} errors come with the answer; all of them are kept under the
 * batch's id, written in chunks, so that memory stays flat. Not for use by several threads.
 */
public final class BulkReport {

    /** How many errors, and how many warnings, an answer carries. */
    public static final int INLINE = 1_000;

    private final String batchId;
    private final BatchErrors store;
    private final List<BatchError> errors = new ArrayList<>();
    private final List<BatchError> warnings = new ArrayList<>();
    private List<BatchError> unwritten = new ArrayList<>();
    private long rejected;

    BulkReport(String batchId, BatchErrors store) {
        this.batchId = batchId;
        this.store = store;
    }

    public String batchId() {
        return batchId;
    }

    /** A line that was not taken. */
    public void reject(long line, BadLine why) {
        BatchError error = BatchError.of(line, why);
        rejected++;
        if (errors.size() < INLINE) {
            errors.add(error);
        }
        unwritten.add(error);
        if (unwritten.size() == INLINE) {
            keep();
        }
    }

    /** A line that was taken, with something that its sender should know. */
    public void warn(long line, @Nullable String field, String reason) {
        if (warnings.size() < INLINE) {
            warnings.add(new BatchError(line, null, field, reason));
        }
    }

    /** Ends the report: what is not written yet is. To be called once, before the answer is made. */
    public void finish() {
        keep();
    }

    private void keep() {
        store.add(batchId, unwritten);
        unwritten = new ArrayList<>();
    }

    public long rejected() {
        return rejected;
    }

    /** The first errors that were found, by line. */
    public List<BatchError> errors() {
        return byLine(errors);
    }

    /** The first warnings that were found, by line. */
    public List<BatchError> warnings() {
        return byLine(warnings);
    }

    private static List<BatchError> byLine(List<BatchError> found) {
        return found.stream().sorted(Comparator.comparingLong(BatchError::line)).toList();
    }
}
