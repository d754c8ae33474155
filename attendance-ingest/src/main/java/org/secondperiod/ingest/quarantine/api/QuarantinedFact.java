package org.secondperiod.ingest.quarantine.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.Kept;
import org.secondperiod.ingest.quarantine.Waiting.FactKind;
import org.secondperiod.ingest.quarantine.Waiting.Kind;

/** A fact that waits. */
@Schema(name = "QuarantinedFact")
record QuarantinedFact(
        @Schema(description = "For POST /v1/quarantine/{id}/rerun.", examples = "6f1d3c0b9a8e47d2b5c4f0a1e2d3c4b5")
        String id,

        FactKind fact,
        Kind kind,
        @Schema(examples = "11X265") String schoolId,
        @Schema(examples = "ZZ") @Nullable String code,

        @Schema(description = "What it waits for, in words.")
        String reason,

        @Schema(description = "The line as it came.") String raw,

        @Schema(description = "The credential that sent it.", examples = "sis")
        String sentBy,

        Instant receivedAt,
        @Nullable String batchId,
        @Nullable Long line) {

    static QuarantinedFact of(Kept kept) {
        var fact = kept.waiting();
        return new QuarantinedFact(
                fact.eventId(),
                fact.fact(),
                fact.kind(),
                fact.schoolId(),
                fact.code(),
                fact.reason(),
                fact.raw(),
                fact.subject(),
                fact.receivedAt(),
                fact.batchId(),
                fact.line());
    }
}
