package org.secondperiod.ingest.watched.db;

import java.time.Instant;

/** A file as it lies in the folder: another size or time of change makes it another file. */
public record LandedFile(String name, long size, Instant modified) {}
