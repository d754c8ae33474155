package org.secondperiod.system.histories;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;

/**
 * A reader as it is set up at one time of a history.
 *
 * @param since when it was put into service; null where nobody knows
 * @param every minutes between heartbeats
 */
record MadeUpReader(
        String id,
        String building,
        boolean inService,
        @Nullable Instant since,
        int allowedSilence,
        boolean sendsHeartbeats,
        int every,
        long version) {

    /** A reader that is registered then, or before anybody kept since when readers are in service. */
    static MadeUpReader any(String id, String building, @Nullable Instant then, Chance chance) {
        boolean inService = chance.in100(92);
        return new MadeUpReader(
                id,
                building,
                inService,
                inService ? then : null,
                chance.of(10, 10, 30, 60),
                chance.in100(70),
                chance.of(7, 20, 45),
                1);
    }

    /** The same reader, one thing changed then: put into service or out of it, or its allowed silence. */
    MadeUpReader changed(Instant then, Chance chance) {
        if (chance.in100(60)) {
            return new MadeUpReader(
                    id,
                    building,
                    !inService,
                    inService ? null : then,
                    allowedSilence,
                    sendsHeartbeats,
                    every,
                    version + 1);
        }
        return new MadeUpReader(
                id, building, inService, since, chance.between(5, 90), sendsHeartbeats, every, version + 1);
    }

    ReaderChanged event(Kind kind, Instant at, int queued, Instant recordedAt) {
        return new ReaderChanged(
                "%s-%s-%s-%s-%s".formatted(id, kind, at.toEpochMilli() % 100_000_000, queued, version),
                kind,
                id,
                building,
                id,
                inService,
                since,
                allowedSilence,
                at,
                kind == Kind.HEARTBEAT ? queued : null,
                null,
                version,
                recordedAt);
    }
}
