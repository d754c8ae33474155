package org.secondperiod.ingest.knownabsences;

import java.util.HashSet;
import java.util.Set;
import org.secondperiod.ingest.intake.BulkAnswer;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkReport;

/** Counts what becomes of a request's absences. */
final class AbsenceTally {

    private final BulkReport report;
    private final Set<Declared> seen = new HashSet<>();
    private long accepted;
    private long duplicates;

    AbsenceTally(BulkReport report) {
        this.report = report;
    }

    void add(long line, Declared declared, Meeting meeting) {
        switch (meeting) {
            case Meeting.Refused refused -> report.reject(line, BadLine.field(refused.field(), null, refused.why()));
            case Meeting.Stale stale -> {
                countOnce(declared);
                report.warn(line, "version", "version is older than the one that stands; it has no effect");
            }
            case Meeting.Unchanged unchanged -> countOnce(declared);
            case Meeting.Changed changed -> countOnce(declared);
        }
    }

    private void countOnce(Declared declared) {
        if (seen.add(declared)) {
            accepted++;
        } else {
            duplicates++;
        }
    }

    BulkAnswer answer() {
        return new BulkAnswer(
                report.batchId(), accepted, duplicates, 0, report.rejected(), report.errors(), report.warnings());
    }
}
