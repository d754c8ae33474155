package org.secondperiod.ingest.quarantine;

import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** What running a fact again gives: its event, or what it still waits for. */
public record Revived(
        @Nullable OutgoingEvent event, @Nullable WaitingReason obstacle) {

    /** It can go on. */
    public static Revived as(OutgoingEvent event) {
        return new Revived(event, null);
    }

    /** It must wait on. */
    public static Revived waiting(WaitingReason obstacle) {
        return new Revived(null, obstacle);
    }
}
