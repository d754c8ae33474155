package org.secondperiod.ingest.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkReport;
import org.secondperiod.kit.bulk.Repeats;

/** Counts what becomes of a request's lines. */
final class Tally {

    private final BulkReport report;
    private final Function<List<IncomingFact>, Taking> begin;
    private final Repeats repeats = new Repeats();
    private List<IncomingFact> underWay = List.of();
    private Taking taking = new Taking(List.of(), List.of());
    private long accepted;
    private long duplicates;
    private long quarantined;

    /**
     * @param begin begins to take facts in
     */
    Tally(BulkReport report, Function<List<IncomingFact>, Taking> begin) {
        this.report = report;
        this.begin = begin;
    }

    /** Begins to take a chunk in, then waits for the one before: there are never more than two. */
    void add(List<IncomingFact> chunk) {
        var once = new ArrayList<IncomingFact>(chunk.size());
        for (var fact : chunk) {
            if (repeats.seenBefore(fact.repeatKey())) {
                duplicates++;
            } else {
                once.add(fact);
            }
        }
        var begun = begin.apply(once);
        finish();
        underWay = once;
        taking = begun;
    }

    /** Waits for the chunk that is under way, and counts it. */
    void finish() {
        var refused = taking.await().stream().map(IncomingFact::line).collect(toSet());
        for (var fact : underWay) {
            if (refused.contains(fact.line())) {
                report.reject(fact.line(), BadLine.field("markId", null, IntakeProblems.ID_USED));
            } else {
                count(fact);
            }
        }
        underWay = List.of();
    }

    private void count(IncomingFact fact) {
        var remark = fact.remark();
        if (remark != null) {
            report.warn(fact.line(), remark.field(), remark.words());
        }
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
