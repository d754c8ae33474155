package org.secondperiod.entry.readers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader says that it is there.
 *
 * @param at by the reader's clock
 * @param queued how many scans still wait in the reader
 * @param lastSequence the number of its latest scan, where it numbers them
 */
public record Heartbeat(Instant at, int queued, @Nullable Long lastSequence) {}
