package org.secondperiod.ingest.quarantine;

import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.OutgoingEvent;

/**
 * What running a fact again gives: its event, or what it still waits for.
 *
 * @param event the fact's event; of one that waits on what can be told of it meanwhile, if anything
 * @param obstacle what it waits for; none if it can go on
 */
public record Revived(
        @Nullable OutgoingEvent event, @Nullable WaitingReason obstacle) {

    /** It can go on. */
    public static Revived as(OutgoingEvent event) {
        return new Revived(event, null);
    }

    /** It must wait on, with nothing to be told of it. */
    public static Revived waiting(WaitingReason obstacle) {
        return waiting(obstacle, null);
    }

    /** It must wait on. */
    public static Revived waiting(WaitingReason obstacle, @Nullable OutgoingEvent meanwhile) {
        return new Revived(meanwhile, obstacle);
    }
}
