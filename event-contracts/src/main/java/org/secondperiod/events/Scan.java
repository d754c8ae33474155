package org.secondperiod.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that a student's badge was at a reader. It proves the building, not the school.
 *
 * @param scanId the source's id, or one derived from the content
 * @param buildingId where the reader stood when the badge was read
 * @param scannedAt when the badge was read, by the reader's clock
 * @param sequence the reader's own counter, where it has one
 * @param resolvedAt when its badge and its reader were both known, for a scan that had to wait for that
 */
public record Scan(
        String eventId,
        String scanId,
        String studentId,
        String readerId,
        String buildingId,
        Instant scannedAt,
        Direction direction,
        @Nullable Long sequence,
        @Nullable Instant resolvedAt,
        Instant recordedAt)
        implements Event {

    /** Which way. A passage (a hall sweep) proves presence and has no direction. */
    public enum Direction {
        IN,
        OUT,
        PASSAGE
    }
}
