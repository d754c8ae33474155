package org.secondperiod.entry.scans;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Scan.Direction;

/** A scan that is kept until its badge is somebody's, or its reader is registered. */
public record WaitingScan(
        @Schema(description = "The source's id, or one derived from the content")
        String scanId,

        String readerId,
        @Nullable String badge,
        @Nullable String studentId,
        Instant scannedAt,
        Direction direction,
        @Nullable Long sequence,
        @Schema(description = "When it came") Instant recordedAt) {}
