package org.secondperiod.system.histories;

import java.time.Instant;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;

/**
 * A reader as it is set up at one time of a history.
 *
 * @param every minutes between heartbeats
 */
record MadeUpReader(
        String id,
        String building,
        boolean inService,
        int allowedSilence,
        boolean sendsHeartbeats,
        int every,
        long version) {

    static MadeUpReader any(String id, String building, Chance chance) {
        return new MadeUpReader(
                id, building, chance.in100(92), chance.of(10, 10, 30, 60), chance.in100(70), chance.of(7, 20, 45), 1);
    }

    /** The same reader, one thing changed. */
    MadeUpReader changed(Chance chance) {
        return chance.in100(60)
                ? new MadeUpReader(id, building, !inService, allowedSilence, sendsHeartbeats, every, version + 1)
                : new MadeUpReader(id, building, inService, chance.between(5, 90), sendsHeartbeats, every, version + 1);
    }

    ReaderChanged event(Kind kind, Instant at, int queued, Instant recordedAt) {
        return new ReaderChanged(
                "%s-%s-%s-%s-%s".formatted(id, kind, at.toEpochMilli() % 100_000_000, queued, version),
                kind,
                id,
                building,
                id,
                inService,
                allowedSilence,
                at,
                kind == Kind.HEARTBEAT ? queued : null,
                null,
                version,
                recordedAt);
    }
}
