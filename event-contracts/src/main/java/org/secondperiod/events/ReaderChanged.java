package org.secondperiod.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a door reader: its settings changed, its heartbeat came, or it was heard from by a scan of a badge that
 * belongs to nobody yet. Every event carries the settings, so that any one of them says who the reader is.
 *
 * @param kind what happened
 * @param name the reader's name as people say it, such as "Main door"
 * @param inService whether it is waited for
 * @param inServiceSince since when it has been in service at that building without a break; null out of service, and where
 *     nobody knows (it was so before this was told)
 * @param allowedSilenceMinutes how long it may be silent before its doors count as not listening
 * @param at when it happened, by the reader's clock
 * @param queued how many scans still wait in the reader, for a heartbeat
 * @param lastSequence the reader's counter, where it has one
 * @param version of the settings: the latest wins
 */
public record ReaderChanged(
        String eventId,
        Kind kind,
        String readerId,
        String buildingId,
        String name,
        boolean inService,
        @Nullable Instant inServiceSince,
        int allowedSilenceMinutes,
        Instant at,
        @Nullable Integer queued,
        @Nullable Long lastSequence,
        long version,
        Instant recordedAt)
        implements Event {

    /** What happened to the reader. */
    public enum Kind {
        SETTINGS,
        HEARTBEAT,
        HEARD
    }
}
