package org.secondperiod.entry.scans;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scan on its way in. */
public final class Taking {

    private final ScanInput scan;
    private final String eventId;
    private ScanFinding finding = new ScanFinding.UnknownReader();
    private @Nullable ScanOutcome settled;

    Taking(ScanInput scan, String eventId) {
        this.scan = scan;
        this.eventId = eventId;
    }

    public ScanInput scan() {
        return scan;
    }

    public String eventId() {
        return eventId;
    }

    ScanFinding finding() {
        return finding;
    }

    void found(ScanFinding found) {
        finding = found;
    }

    /** It ends here: nothing more is done with it. */
    void settle(ScanOutcome outcome) {
        settled = outcome;
    }

    boolean isOpen() {
        return settled == null;
    }

    /** Whether its credential may speak for the reader; otherwise it is no sign of life. */
    boolean isFromItsDoor() {
        return settled == null || settled.kind() != ScanOutcome.Kind.OF_OTHER_SCHOOLS;
    }

    boolean waits() {
        return !(finding instanceof ScanFinding.Resolved);
    }

    ScanOutcome outcome(ScanPolicy policy, Instant now) {
        if (settled != null) {
            return settled;
        }
        ScanOutcome.Kind kind =
                switch (finding) {
                    case ScanFinding.Resolved resolved -> ScanOutcome.Kind.ACCEPTED;
                    case ScanFinding.UnknownBadge unknown -> ScanOutcome.Kind.UNRESOLVED;
                    case ScanFinding.UnknownReader unknown -> ScanOutcome.Kind.QUARANTINED;
                    case ScanFinding.TooOld old -> ScanOutcome.Kind.TOO_OLD;
                };
        return ScanOutcome.taken(kind, ScanFinding.isAhead(scan.scannedAt(), policy, now), policy);
    }
}
