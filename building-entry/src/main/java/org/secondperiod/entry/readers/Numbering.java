package org.secondperiod.entry.readers;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.Contact.Numbered;

/**
 * How far a reader has counted. A number far below the highest that happened later than that one is no late upload: the reader was
 * reset and counts anew, and numbers from before say nothing about what is missing now.
 *
 * @param highest number since the latest restart
 * @param highestAt when that scan happened
 * @param restartedAt when the first scan after the latest restart happened
 */
public record Numbering(
        @Nullable Long highest,
        @Nullable Instant highestAt,
        @Nullable Instant restartedAt) {

    /** Scans that are nearer than this to the highest may have overtaken it. */
    static final long FAR = 100;

    public static final Numbering UNKNOWN = new Numbering(null, null, null);

    /**
     * What scans make of it.
     *
     * @param numbers those that count since the latest restart, which may be among them
     */
    public record Counted(Numbering numbering, List<Long> numbers) {}

    /** Counts scans in the order in which they happened; one from before the restart counts no more. */
    public Counted count(List<Numbered> scans, Instant now) {
        Numbering numbering = this;
        List<Long> numbers = new ArrayList<>();
        for (Numbered scan : inOrder(scans, now)) {
            if (numbering.isBehind(scan.at())) {
                continue;
            }
            if (numbering.isRestart(scan.sequence(), scan.at())) {
                numbers.clear();
                numbering = new Numbering(null, null, scan.at());
            }
            numbers.add(scan.sequence());
            numbering = numbering.upTo(scan);
        }
        return new Counted(numbering, numbers);
    }

    /** Whether a number shows that the reader counts anew. */
    public boolean isRestart(long sequence, Instant at) {
        return highest != null && highestAt != null && sequence + FAR < highest && at.isAfter(highestAt);
    }

    /** Whether something that happened then belongs to an earlier numbering. */
    public boolean isBehind(Instant at) {
        return restartedAt != null && at.isBefore(restartedAt);
    }

    private Numbering upTo(Numbered scan) {
        return highest == null || scan.sequence() > highest
                ? new Numbering(scan.sequence(), scan.at(), restartedAt)
                : this;
    }

    /** A clock that is ahead must not make every later scan look older. */
    private static List<Numbered> inOrder(List<Numbered> scans, Instant now) {
        return scans.stream()
                .map(scan -> scan.at().isAfter(now) ? new Numbered(scan.sequence(), now) : scan)
                .sorted(comparing(Numbered::at).thenComparing(Numbered::sequence))
                .toList();
    }
}
