package org.secondperiod.entry.readers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * For how long nothing has been heard from a reader that is in service.
 *
 * @param silent since it was last heard from, or came into service if that was later
 * @param allowed for how long it may be; null of one that never sent a heartbeat, which is judged with its building
 * @param queued how many scans its latest heartbeat said still wait in it
 */
public record Silence(
        String readerId,
        String buildingId,
        Duration silent,
        @Nullable Duration allowed,
        int queued) {}
