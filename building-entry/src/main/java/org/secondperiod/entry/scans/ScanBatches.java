package org.secondperiod.entry.scans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.entry.buildings.DoorSpeaker;
import org.secondperiod.entry.readers.RefusalCounts;
import org.secondperiod.entry.readers.RefusalReason;
import org.secondperiod.entry.scans.ScanOutcome.Kind;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BatchErrors;
import org.secondperiod.kit.bulk.BulkConfig;
import org.secondperiod.kit.bulk.BulkReader;
import org.secondperiod.kit.bulk.BulkReport;
import org.secondperiod.kit.bulk.Repeats;

/** Takes whole bodies of scans and accounts for every line: a chunk is read while the broker takes the one before. */
@ApplicationScoped
public class ScanBatches {

    private final ScanIntake intake;
    private final BatchErrors batches;
    private final BulkConfig limits;
    private final RefusalCounts refusals;

    ScanBatches(ScanIntake intake, BatchErrors batches, BulkConfig limits, RefusalCounts refusals) {
        this.intake = intake;
        this.batches = batches;
        this.limits = limits;
        this.refusals = refusals;
    }

    /**
     * Takes a body of lines.
     *
     * @throws IOException when the body breaks off; chunks before that are taken, and sending it again changes nothing twice
     */
    public ScanBatchResult take(DoorSpeaker speaker, InputStream body, MediaType type) throws IOException {
        BulkReader reader = BulkReader.of(body, type, ScanInput.COLUMNS, limits);
        Tally tally = new Tally(batches.begin(speaker.subject()));
        reader.inChunks(
                line -> own(speaker, ScanInput.read(line), tally),
                tally.report,
                chunk -> takeChunk(speaker, chunk, tally));
        tally.finish();
        return tally.result();
    }

    /** A reader's key speaks for that reader: a line of another one is refused, and the request counted once. */
    private ScanInput own(DoorSpeaker speaker, ScanInput scan, Tally tally) {
        if (speaker.onlyReader() == null || speaker.speaksFor(scan.readerId())) {
            return scan;
        }
        if (tally.isFirstOfOtherReaders()) {
            refusals.add(speaker.onlyReader(), RefusalReason.OTHER_READER);
        }
        throw BadLine.field("readerId", null, DoorSpeaker.OTHER_READER);
    }

    /** Begins to take a chunk, then waits for the one before: there are never more than two. */
    private void takeChunk(DoorSpeaker speaker, List<ScanInput> chunk, Tally tally) {
        List<ScanInput> first = chunk.stream().filter(tally::isFirst).toList();
        if (!first.isEmpty()) {
            ScansUnderWay begun = intake.begin(speaker.subject(), speaker.limits(), first);
            tally.finish();
            tally.follow(first, begun);
        }
    }

    private static final class Tally {

        private final BulkReport report;
        private final Repeats repeats = new Repeats();
        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        private long duplicates;
        private long flagged;
        private boolean ofOtherReaders;
        private List<ScanInput> scans = List.of();
        private ScansUnderWay underWay = ScansUnderWay.done(List.of());

        Tally(BulkReport report) {
            this.report = report;
        }

        boolean isFirst(ScanInput scan) {
            boolean repeated = repeats.seenBefore(scan.repeatKey());
            duplicates += repeated ? 1 : 0;
            return !repeated;
        }

        boolean isFirstOfOtherReaders() {
            boolean first = !ofOtherReaders;
            ofOtherReaders = true;
            return first;
        }

        void follow(List<ScanInput> begun, ScansUnderWay with) {
            scans = begun;
            underWay = with;
        }

        /** Waits for the chunk that is under way, and counts it. */
        void finish() {
            List<ScanOutcome> outcomes = underWay.await();
            for (int i = 0; i < scans.size(); i++) {
                count(scans.get(i).line(), outcomes.get(i));
            }
            follow(List.of(), ScansUnderWay.done(List.of()));
        }

        private void count(long line, ScanOutcome outcome) {
            if (!outcome.isTaken()) {
                report.reject(
                        line, BadLine.field(String.valueOf(outcome.field()), null, String.valueOf(outcome.reason())));
                return;
            }
            counts.merge(outcome.kind(), 1L, Long::sum);
            ScanOutcome.Wait wait = outcome.waitsFor();
            if (wait != null) {
                report.warn(line, wait.field(), wait.words());
            }
            if (outcome.flag() != null) {
                flagged++;
                report.warn(line, "scannedAt", outcome.flag());
            }
        }

        ScanBatchResult result() {
            report.finish();
            return new ScanBatchResult(
                    report.batchId(),
                    counts.getOrDefault(Kind.ACCEPTED, 0L),
                    duplicates,
                    counts.getOrDefault(Kind.UNRESOLVED, 0L),
                    counts.getOrDefault(Kind.QUARANTINED, 0L),
                    report.rejected(),
                    flagged,
                    report.errors(),
                    report.warnings());
        }
    }
}
