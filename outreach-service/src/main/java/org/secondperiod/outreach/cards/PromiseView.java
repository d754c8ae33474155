package org.secondperiod.outreach.cards;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was promised, by either side.
 *
 * @param side FAMILY or SCHOOL
 * @param kind COMING_IN, or OTHER with {@code what} in words
 * @param state OPEN, KEPT, NOT_KEPT or WITHDRAWN
 * @param overdue its time is over and nobody has ended it
 * @param version for If-Match, where it is ended
 */
@Schema(name = "CardPromise")
public record PromiseView(
        String promiseId,
        String side,
        String kind,
        @Nullable String what,
        String owner,
        Instant madeAt,
        Instant dueAt,
        String state,
        boolean overdue,
        long version) {}
