package org.secondperiod.entry.scans;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.kit.bulk.BatchError;

/** What became of a body of scans. The five counts add up to its lines. */
public record ScanBatchResult(
        @Schema(description = "All errors are under /entry/v1/batches/{batchId}/errors")
        String batchId,

        @Schema(description = "The event broker has acknowledged them")
        long accepted,

        @Schema(description = "They repeat another line of this request")
        long duplicates,

        @Schema(description = "Kept until their badge becomes somebody's; warnings name the lines")
        long unresolved,

        @Schema(description = "Kept until their reader is registered; warnings name the lines")
        long quarantined,

        @Schema(description = "Not taken; see errors") long rejected,

        @Schema(description = "Accepted or kept, though the reader's clock was ahead; see warnings")
        long flagged,

        @Schema(description = "The first 1,000 errors") List<BatchError> errors,

        @Schema(
                description =
                        "The first 1,000 warnings: why a line is kept and waits for what, and that a clock was ahead")
        List<BatchError> warnings) {}
