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
 * @param inServiceSince since when it has been in service in its building without a break; null where nobody knows
 * @param allowedSilence how long a reader that sends heartbeats may be silent
 * @param sendsHeartbeats whether it has ever sent one
 * @param lastHeard the newest of its scans and its heartbeats with an empty queue; null before the first
 */
public record Reader(
        ReaderId readerId,
        BuildingId buildingId,
        String name,
        boolean inService,
        @Nullable Instant inServiceSince,
        Duration allowedSilence,
        boolean sendsHeartbeats,
        @Nullable Instant lastHeard) {

    /** What {@code allowedSilence} is where nobody set it. */
    public static final Duration DEFAULT_ALLOWED_SILENCE = Duration.ofMinutes(10);

    /** How long all readers of a building that never send heartbeats may be silent together. */
    public static final Duration SILENCE_ALLOWED_TOGETHER = Duration.ofMinutes(20);

    /** How long it may be silent, alone or together with others. */
    public Duration mayBeSilentFor() {
        return sendsHeartbeats ? allowedSilence : SILENCE_ALLOWED_TOGETHER;
    }

    /** Whether somebody waits for it: one that was just put into service gets the time that it may be silent, or until it is heard from. */
    boolean isWaitedFor(Instant now) {
        return inService
                && (inServiceSince == null
                        || inServiceSince.plus(mayBeSilentFor()).isBefore(now)
                        || (lastHeard != null && !lastHeard.isBefore(inServiceSince)));
    }

    /** Whether it has been in service since so long before the cut-off that students could have been seen by it. */
    boolean wasThereBy(Instant cutOff) {
        return inService
                && (inServiceSince == null
                        || !inServiceSince.plus(mayBeSilentFor()).isAfter(cutOff));
    }

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
                inServiceSince,
                allowedSilence,
                sendsHeartbeats || sign.sentHeartbeat(),
                later ? sign.heardAt() : lastHeard);
    }
}
