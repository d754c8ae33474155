package org.secondperiod.entry.readers;

import java.time.Instant;

/**
 * A registered reader.
 *
 * @param version of the settings, from 1; each change is one more
 */
public record Reader(String readerId, ReaderSettings settings, long version, Instant changed) {}
