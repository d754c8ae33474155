package org.secondperiod.ingest.histories;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.CodesInForce;
import org.secondperiod.ingest.histories.PastMark.Marked;
import org.secondperiod.ingest.histories.db.HistoryStore;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BatchErrors;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.BulkReader;
import org.secondperiod.kit.bulk.BulkReport;
import org.secondperiod.kit.bulk.Repeats;
import org.secondperiod.kit.time.Times;

/** Reads all of a history, and tells nobody anything: which rows are not sound, and what it holds of each school. */
@ApplicationScoped
class HistoryCheck {

    private static final int SAY_EVERY = 20_000;

    private final HistoryLines lines;
    private final HistoryStore store;
    private final BatchErrors batches;
    private final CodesInForce codes;
    private final Clock clock;

    HistoryCheck(HistoryLines lines, HistoryStore store, BatchErrors batches, CodesInForce codes, Clock clock) {
        this.lines = lines;
        this.store = store;
        this.batches = batches;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Checks it.
     *
     * @return why it is not to be used as it is; none: it is
     */
    @Nullable
    String run(HistoryWork work) throws IOException {
        HistoryRow row = work.row();
        work.inTransaction(tx -> store.beginChecking(tx, row.historyId(), Times.now(clock)));
        Findings findings = new Findings(lines.keptFrom());
        BulkReport report = batches.again(row.historyId());
        BiConsumer<BulkLine, Findings> check = row.holds() == Holds.ATTENDANCE ? attendance(row) : enrolments();
        long rows = 0;
        BulkReader reader = lines.open(row);
        for (BulkLine line = reader.next(); line != null; line = reader.next()) {
            rows++;
            try {
                check.accept(line, findings);
            } catch (BadLine e) {
                report.reject(line.number(), e);
            }
            if (rows % SAY_EVERY == 0) {
                long sofar = rows;
                work.inTransaction(tx -> store.read(tx, row.historyId(), sofar, report.rejected()));
            }
        }
        report.finish();
        long all = rows;
        work.inTransaction(tx -> {
            store.checked(tx, row.historyId(), all, report.rejected(), findings.schools());
            store.notKept(tx, row.historyId(), findings.keptFrom(), findings.notKept());
        });
        return findings.refusal(report.rejected(), row.allowRejected());
    }

    private BiConsumer<BulkLine, Findings> attendance(HistoryRow row) {
        PastMarkLine marks = lines.marks(row);
        Repeats repeats = new Repeats();
        return (line, findings) -> {
            PastMark past = marks.read(line);
            Marked marked = past.marked();
            if (marked != null && repeats.seenBefore(PastMark.identity(past.school(), past.day(), marked))) {
                throw BadLine.because("An earlier row is of the same student, school, day and period");
            }
            findings.add(past, marked == null ? null : codes.get().meaning(past.school(), marked.code()));
        };
    }

    private BiConsumer<BulkLine, Findings> enrolments() {
        PastEnrolmentLine enrolments = lines.enrolments();
        return (line, findings) -> {
            var past = enrolments.read(line);
            findings.add(past.schoolId(), past.entry(), past.exit());
        };
    }
}
