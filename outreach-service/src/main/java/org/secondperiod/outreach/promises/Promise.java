package org.secondperiod.outreach.promises;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.care.Origin;

/**
 * What somebody promised.
 *
 * @param what in words; null where the kind says it
 * @param owner who sees to it
 * @param recordedAt when it was logged; {@code origin.at()} is when it was made
 * @param endedBy null where it ended by itself, or has not ended
 * @param version counts its changes
 */
public record Promise(
        String promiseId,
        Origin origin,
        Side side,
        Kind kind,
        @Nullable String what,
        String owner,
        Instant dueAt,
        State state,
        Instant recordedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        long version) {

    /** Who promised. */
    @Schema(name = "PromiseSide")
    public enum Side {
        FAMILY,
        SCHOOL
    }

    /** What was promised. */
    @Schema(name = "PromiseKind")
    public enum Kind {
        /** The student is here by then: a scan keeps it by itself. */
        COMING_IN,
        OTHER
    }

    /** How it stands. */
    @Schema(name = "PromiseState")
    public enum State {
        OPEN,
        KEPT,
        NOT_KEPT,
        WITHDRAWN
    }

    /** Whether its time is over and nobody has ended it. */
    public boolean isOverdue(Instant now) {
        return state == State.OPEN && !now.isBefore(dueAt);
    }

    /** The promise at its end, or back from one that was wrong. */
    public Promise ended(State how, @Nullable Instant at, @Nullable String by) {
        return new Promise(promiseId, origin, side, kind, what, owner, dueAt, how, recordedAt, at, by, version + 1);
    }

    /** The step that this is. */
    public CareStep step(String happened, @Nullable String by, Instant now) {
        return new CareStep(CareStep.Kind.PROMISE, promiseId, version, origin.of(), happened, side.name(), by, now);
    }
}
