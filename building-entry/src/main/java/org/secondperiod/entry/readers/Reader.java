package org.secondperiod.entry.readers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered reader.
 *
 * @param version of the settings, from 1; each change is one more
 * @param inServiceSince since when it has been in service in its building without a break; null out of service, and where it was
 *     put into service before that was kept
 */
public record Reader(
        String readerId,
        ReaderSettings settings,
        long version,
        Instant changed,
        @Nullable Instant inServiceSince) {

    /** A reader that is registered. */
    static Reader first(String readerId, ReaderSettings settings, Instant now) {
        return new Reader(readerId, settings, 1, now, settings.inService() ? now : null);
    }

    /** The reader with other settings. Another name or another silence does not put it into service anew; another building does. */
    Reader with(ReaderSettings other, Instant now) {
        boolean goesOn = settings.inService() && settings.buildingId().equals(other.buildingId());
        Instant since = goesOn ? inServiceSince : now;
        return new Reader(readerId, other, version + 1, now, other.inService() ? since : null);
    }
}
