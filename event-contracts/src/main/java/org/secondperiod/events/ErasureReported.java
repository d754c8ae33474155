package org.secondperiod.events;

import java.time.Instant;
import java.util.List;

/**
 * What a service has done about an order of erasure: the latest of each service wins by version. It says how much, and never of whom.
 *
 * @param orderId the order, as {@code privacy.orders.v1} names it
 * @param service who reports
 * @param classes what was erased; empty where it waits
 */
public record ErasureReported(
        String eventId,
        String orderId,
        String service,
        State state,
        List<ErasedClass> classes,
        long version,
        Instant recordedAt)
        implements Event {

    /** How far it is. */
    public enum State {
        /** A legal hold keeps the records. */
        HELD,
        /** Nothing is left in the service's database. */
        ERASED
    }

    /** How many records of a class were erased. */
    public record ErasedClass(String recordClass, long records) {}
}
