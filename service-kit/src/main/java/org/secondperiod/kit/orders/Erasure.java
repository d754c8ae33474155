package org.secondperiod.kit.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to erase a student, as far as this service has come with it.
 *
 * @param since when it came to this state
 * @param version counts what was reported of it
 */
public record Erasure(
        String orderId,
        String studentId,
        State state,
        @Nullable Instant since,
        long version) {

    /** How far it is. */
    public enum State {
        /** It was read. */
        ORDERED,
        /** A legal hold keeps the records. */
        HELD,
        /** Nothing more is taken in of the student; what was being taken in comes to its end. */
        REFUSING,
        /** Nothing is left, and nothing is taken in. */
        ERASED
    }
}
