package org.secondperiod.ingest.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkReport;

/** Counts what becomes of a request's lines. */
final class Tally {

    private final BulkReport report;
    private final SeenFacts seen = new SeenFacts();
    private long accepted;
    private long duplicates;
    private long quarantined;

    Tally(BulkReport report) {
        this.report = report;
    }

    /**
     * Adds a chunk.
     *
     * @param take takes the facts in and returns those that were refused
     */
    void add(List<IncomingFact> chunk, Function<List<IncomingFact>, List<IncomingFact>> take) {
        var once = new ArrayList<IncomingFact>(chunk.size());
        for (var fact : chunk) {
            if (seen.first(fact)) {
                once.add(fact);
            } else {
                duplicates++;
            }
        }
        var refused = take.apply(once).stream().map(IncomingFact::line).collect(toSet());
        for (var fact : once) {
            if (refused.contains(fact.line())) {
                report.reject(fact.line(), BadLine.field("markId", null, IntakeProblems.ID_USED));
            } else {
                count(fact);
            }
        }
    }

    private void count(IncomingFact fact) {
        var waiting = fact.waiting();
        if (waiting == null) {
            accepted++;
            return;
        }
        quarantined++;
        report.warn(fact.line(), waiting.code() == null ? "schoolId" : "code", waiting.reason());
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    long quarantined() {
        return quarantined;
    }

    BulkAnswer answer() {
        return new BulkAnswer(
                report.batchId(),
                accepted,
                duplicates,
                quarantined,
                report.rejected(),
                report.errors(),
                report.warnings());
    }
}
