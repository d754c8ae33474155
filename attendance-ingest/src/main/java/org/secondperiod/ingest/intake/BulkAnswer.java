package org.secondperiod.ingest.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.kit.bulk.BatchError;

/** What became of a bulk request's lines; accepted, duplicates, quarantined and rejected add up to all of them. */
@Schema(name = "BulkAnswer")
public record BulkAnswer(
        @Schema(
                description = "All errors are under /v1/batches/{batchId}/errors.",
                examples = "0d9f6c1e-4f0c-4f44-9d1e-7f3f6f0f2a11")
        String batchId,

        @Schema(
                description = "Lines that the broker acknowledged, now or when they were sent before.",
                examples = "412")
        long accepted,

        @Schema(description = "Lines that repeat another line of this request.", examples = "0")
        long duplicates,

        @Schema(
                description = "Lines that are sound but must wait; see /v1/quarantine. Marks that wait for their "
                        + "code's meaning are told as questions meanwhile, neither absences nor presences.",
                examples = "1")
        long quarantined,

        @Schema(description = "Lines that were not taken.", examples = "1")
        long rejected,

        @Schema(description = "Why lines were rejected; at most 1,000 here.")
        List<BatchError> errors,

        @Schema(
                description =
                        "Why lines were quarantined, and what you should know of lines that were taken, such as a "
                                + "period that is in no bell schedule of the school; at most 1,000 here.")
        List<BatchError> warnings) {}
