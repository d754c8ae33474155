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

        @Schema(
                description = "Why it is kept, and what ends that, where it was not accepted at once",
                examples =
                        "readerId is not registered; the scan is kept, and goes on by itself once it is: PUT /entry/v1/readers/{readerId}")
        @Nullable
        String reason,

        @Schema(description = "What to know though it was taken, such as a clock that is ahead") @Nullable
        String warning) {

    static ScanResult of(ScanInput scan, ScanOutcome outcome) {
        String scanId = scan.scanId() == null ? scan.content().text() : scan.scanId();
        ScanOutcome.Wait wait = outcome.waitsFor();
        return new ScanResult(
                scanId,
                outcome.kind().name().toLowerCase(Locale.ROOT),
                wait == null ? null : wait.field() + " " + wait.words(),
                outcome.flag());
    }
}
