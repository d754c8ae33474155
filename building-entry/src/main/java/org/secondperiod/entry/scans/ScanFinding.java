package org.secondperiod.entry.scans;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.badges.BadgeHistory;
import org.secondperiod.entry.readers.ReaderPlaces;

/** What a scan comes to, as far as readers and badges are known. */
public sealed interface ScanFinding {

    /** The student was at the building. */
    record Resolved(String studentId, String buildingId) implements ScanFinding {}

    /** The badge was nobody's then; the reader is alive. */
    record UnknownBadge() implements ScanFinding {}

    /** The reader is not registered. */
    record UnknownReader() implements ScanFinding {}

    /** The scan is older than is taken. */
    record TooOld() implements ScanFinding {}

    /** Finds what a scan comes to; first match wins. Whose a badge was is asked for the moment of the scan, not for now. */
    static ScanFinding of(ScanInput scan, ReaderPlaces places, BadgeHistory badges, ScanPolicy policy, Instant now) {
        if (scan.scannedAt().isBefore(now.minus(policy.oldest()))) {
            return new TooOld();
        }
        String buildingId = places.buildingAt(scan.readerId(), scan.scannedAt());
        if (buildingId == null) {
            return new UnknownReader();
        }
        String studentId = student(scan, badges);
        return studentId == null ? new UnknownBadge() : new Resolved(studentId, buildingId);
    }

    /** Whether the scan is so far ahead of our clock that it will not be used. */
    static boolean isAhead(Instant scannedAt, ScanPolicy policy, Instant now) {
        return scannedAt.isAfter(now.plus(policy.ahead()));
    }

    private static @Nullable String student(ScanInput scan, BadgeHistory badges) {
        if (scan.studentId() != null) {
            return scan.studentId();
        }
        return scan.badge() == null ? null : badges.studentAt(scan.badge(), scan.scannedAt());
    }
}
