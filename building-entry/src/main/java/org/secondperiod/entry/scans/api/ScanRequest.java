package org.secondperiod.entry.scans.api;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scan as documentation shows it; it is read by the same rules as a line of a batch. */
@Schema(
        name = "Scan",
        description = "Either badge or studentId is given.",
        requiredProperties = {"readerId", "scannedAt"})
public record ScanRequest(
        @Schema(
                description =
                        "The source's own id. The same id from the same credential is the same scan: unchanged it has no effect again, with other content it is refused. Without one an id is derived from the content",
                examples = "door-7-000017")
        @Nullable
        String scanId,

        @Schema(description = "The reader", examples = "R-EAST-MAIN")
        String readerId,

        @Schema(description = "The badge that was read", examples = "B100") @Nullable
        String badge,

        @Schema(description = "The student, where the source knows", examples = "S1042") @Nullable
        String studentId,

        @Schema(
                description = "When, by the reader's clock: RFC 3339 with its offset. Up to 30 days ago",
                examples = "2026-10-14T08:01:30-04:00")
        OffsetDateTime scannedAt,

        @Schema(
                description = "Which way; passage proves presence and has no direction",
                enumeration = {"in", "out", "passage"},
                defaultValue = "in")
        @Nullable
        String direction,

        @Schema(description = "The reader's own counter, so that gaps show", examples = "17") @Nullable
        Long sequence) {}
