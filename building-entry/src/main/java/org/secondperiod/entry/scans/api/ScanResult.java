package org.secondperiod.entry.scans.api;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.scans.ScanInput;
import org.secondperiod.entry.scans.ScanOutcome;

/** What became of one scan. */
public record ScanResult(
        @Schema(description = "The source's id, or the one derived from the content")
        String scanId,

        @Schema(
                description =
                        "accepted: the event broker has acknowledged; unresolved: kept until the badge becomes somebody's; quarantined: kept until the reader is registered",
                enumeration = {"accepted", "unresolved", "quarantined"})
        String outcome,

        @Schema(description = "What to know though it was taken, such as a clock that is ahead") @Nullable
        String warning) {

    static ScanResult of(ScanInput scan, ScanOutcome outcome) {
        String scanId = scan.scanId() == null ? scan.content().text() : scan.scanId();
        return new ScanResult(scanId, outcome.kind().name().toLowerCase(Locale.ROOT), outcome.flag());
    }
}
