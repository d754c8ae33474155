package org.secondperiod.reporting.facts;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which version of a fact it is. The greatest wins.
 *
 * @param understood false for a mark whose code has no meaning, which loses against the same mark with one
 */
public record Version(long version, Instant takenAt, boolean understood, String eventId)
        implements Comparable<Version> {

    private static final Comparator<Version> ORDER = Comparator.comparingLong(Version::version)
            .thenComparing(Version::takenAt)
            .thenComparing(Version::understood)
            .thenComparing(Version::eventId);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
