package org.secondperiod.entry.readers.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.Heartbeat;
import org.secondperiod.kit.bulk.BulkLine;

/** A reader says that it is there. */
@Schema(name = "Heartbeat")
public record HeartbeatRequest(
        @Schema(description = "By the reader's clock, with its offset", examples = "2026-10-14T08:20:00-04:00") @NotNull
        OffsetDateTime at,

        @Schema(description = "How many scans still wait in the reader", examples = "0") @NotNull @Min(0)
        Integer queued,

        @Schema(description = "The number of its latest scan, where it numbers them", examples = "17")
        @Min(0)
        @Max(BulkLine.LARGEST_NUMBER)
        @Nullable
        Long lastSequence) {

    Heartbeat heartbeat() {
        return new Heartbeat(at.toInstant().truncatedTo(ChronoUnit.MILLIS), queued, lastSequence);
    }
}
