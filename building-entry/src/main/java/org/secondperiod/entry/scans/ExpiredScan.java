package org.secondperiod.entry.scans;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Scan.Direction;

/** A scan that waited in vain: its badge was nobody's, or its reader was not registered in time. */
public record ExpiredScan(
        String scanId,
        String readerId,
        @Nullable String badge,
        @Nullable String studentId,
        Instant scannedAt,
        Direction direction,
        @Nullable Long sequence,
        @Schema(description = "When it came") Instant recordedAt,
        @Schema(description = "When it was given up") Instant expiredAt) {

    /** The scan that waited until now. */
    public static ExpiredScan of(WaitingScan scan, Instant expiredAt) {
        return new ExpiredScan(
                scan.scanId(),
                scan.readerId(),
                scan.badge(),
                scan.studentId(),
                scan.scannedAt(),
                scan.direction(),
                scan.sequence(),
                scan.recordedAt(),
                expiredAt);
    }
}
