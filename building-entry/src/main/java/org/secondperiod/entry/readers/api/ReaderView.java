package org.secondperiod.entry.readers.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.ReaderSettings;
import org.secondperiod.entry.readers.ReaderStatus;

/** A reader and what was heard from it. */
@Schema(name = "Reader")
public record ReaderView(
        String readerId,
        String buildingId,
        String name,
        boolean inService,

        @Schema(
                description =
                        "Since when it has been in service in that building without a break; it is waited for once its"
                                + " allowed silence has passed since then")
        @Nullable
        Instant inServiceSince,

        int allowedSilenceMinutes,

        @Schema(description = "Counts the changes of its settings")
        long version,

        @Schema(description = "When it was last heard from, by our clock") @Nullable
        Instant lastHeard,

        @Schema(description = "Its latest heartbeat, by its own clock") @Nullable
        Instant heartbeatAt,

        @Schema(description = "How many scans that heartbeat said still wait in it") @Nullable
        Integer queued,

        @Schema(description = "The highest sequence number known of") @Nullable
        Long lastSequence,

        @Schema(
                description =
                        "When it was last seen to count anew, by its own clock; numbers from before are not waited for")
        @Nullable
        Instant restartedAt,

        @Schema(description = "What somebody should see to, such as a clock that is ahead of ours") @Nullable
        String warning,

        @Schema(description = "The same for whoever says it in another language") @Nullable
        Warning warningCode,

        Gap gap,

        @Schema(description = "Requests in its name that were refused; none where there never was one") @Nullable
        RefusalsView refused) {

    private static final String AHEAD =
            "The reader's clock is more than 5 minutes ahead: its latest heartbeat counts as of when we heard it. Set its clock.";

    /** What somebody should see to. */
    @Schema(name = "ReaderWarning")
    public enum Warning {
        /** Its clock is more than 5 minutes ahead of ours. */
        CLOCK_AHEAD
    }

    /** The sequence numbers that never came, among the last 100,000. */
    @Schema(name = "ReaderGap")
    public record Gap(
            @Schema(description = "How many numbers are missing")
            long missing,

            @Schema(description = "The first 20 ranges of them, both ends inclusive")
            List<ReaderStatus.Gap> ranges) {}

    static ReaderView of(ReaderStatus status) {
        ReaderSettings settings = status.reader().settings();
        return new ReaderView(
                status.reader().readerId(),
                settings.buildingId(),
                settings.name(),
                settings.inService(),
                status.reader().inServiceSince(),
                settings.allowedSilenceMinutes(),
                status.reader().version(),
                status.lastHeard(),
                status.heartbeatAt(),
                status.queued(),
                status.lastSequence(),
                status.restartedAt(),
                status.isAhead() ? AHEAD : null,
                status.isAhead() ? Warning.CLOCK_AHEAD : null,
                new Gap(status.missing(), status.gaps()),
                RefusalsView.of(status.refusals()));
    }
}
