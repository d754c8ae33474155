package org.secondperiod.entry.readers;

import java.time.Instant;
import java.util.List;

/** A reader was heard from, by these scans that it numbered. */
public record Contact(String readerId, List<Numbered> scans) {

    /** A scan's number, and when it happened by the reader's clock. */
    public record Numbered(long sequence, Instant at) {}
}
