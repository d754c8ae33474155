package org.secondperiod.entry.readers;

import java.util.List;

/** A reader was heard from, by scans with these sequence numbers. */
public record Contact(String readerId, List<Long> sequences) {}
