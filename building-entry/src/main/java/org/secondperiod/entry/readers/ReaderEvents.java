package org.secondperiod.entry.readers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;
import org.secondperiod.kit.bulk.ContentId;

/** Makes the events about readers; each carries the settings. The same occasion gives the same event id. */
public final class ReaderEvents {

    private ReaderEvents() {}

    /** The settings changed. */
    public static ReaderChanged settings(Reader reader) {
        ContentId id = ContentId.of(Kind.SETTINGS, reader.readerId(), reader.version());
        return event(id, Kind.SETTINGS, reader, reader.changed(), null, null, reader.changed());
    }

    /** The reader's heartbeat came. */
    public static ReaderChanged heartbeat(Reader reader, Heartbeat beat, Instant recordedAt) {
        ContentId id = ContentId.of(Kind.HEARTBEAT, reader.readerId(), beat.at(), beat.queued(), beat.lastSequence());
        return event(id, Kind.HEARTBEAT, reader, beat.at(), beat.queued(), beat.lastSequence(), recordedAt);
    }

    /** The reader was heard from by a scan of a badge that is nobody's yet. */
    public static ReaderChanged heard(Reader reader, Instant at, Instant recordedAt) {
        ContentId id = ContentId.of(Kind.HEARD, reader.readerId(), at);
        return event(id, Kind.HEARD, reader, at, null, null, recordedAt);
    }

    private static ReaderChanged event(
            ContentId id,
            Kind kind,
            Reader reader,
            Instant at,
            @Nullable Integer queued,
            @Nullable Long lastSequence,
            Instant recordedAt) {
        ReaderSettings settings = reader.settings();
        return new ReaderChanged(
                id.text(),
                kind,
                reader.readerId(),
                settings.buildingId(),
                settings.name(),
                settings.inService(),
                reader.inServiceSince(),
                settings.allowedSilenceMinutes(),
                at,
                queued,
                lastSequence,
                reader.version(),
                recordedAt);
    }
}
