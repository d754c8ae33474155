package org.secondperiod.outreach.doors;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;

/**
 * What we know of a badge reader.
 *
 * @param inService a reader out of service is not waited for; its scans keep their worth
 * @param allowedSilence how long a reader that sends heartbeats may be silent
 * @param sendsHeartbeats whether it has ever sent one
 * @param lastHeard the newest of its scans and its heartbeats with an empty queue; null before the first
 */
public record Reader(
        ReaderId readerId,
        BuildingId buildingId,
        String name,
        boolean inService,
        Duration allowedSilence,
        boolean sendsHeartbeats,
        @Nullable Instant lastHeard) {

    /** What {@code allowedSilence} is where nobody set it. */
    public static final Duration DEFAULT_ALLOWED_SILENCE = Duration.ofMinutes(10);

    /** The reader once a sign of its life is known, if there is any. */
    public Reader with(@Nullable ReaderNews sign) {
        if (sign == null) {
            return this;
        }
        boolean later =
                sign.heardAt() != null && (lastHeard == null || sign.heardAt().isAfter(lastHeard));
        return new Reader(
                readerId,
                buildingId,
                name,
                inService,
                allowedSilence,
                sendsHeartbeats || sign.sentHeartbeat(),
                later ? sign.heardAt() : lastHeard);
    }
}
