package org.secondperiod.ingest.knownabsences;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.secondperiod.ingest.intake.BulkAnswer;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.kit.bulk.BatchErrors;
import org.secondperiod.kit.bulk.BulkConfig;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.BulkReader;

/** Takes in a body of known absences, one a line. */
@ApplicationScoped
public class KnownAbsencesBulk {

    private final KnownAbsencesService service;
    private final DeclaredCheck check;
    private final BatchErrors batches;
    private final BulkConfig limits;

    KnownAbsencesBulk(KnownAbsencesService service, DeclaredCheck check, BatchErrors batches, BulkConfig limits) {
        this.service = service;
        this.check = check;
        this.batches = batches;
        this.limits = limits;
    }

    private record Line(long number, Declared declared) {}

    /**
     * Takes the body in.
     *
     * @throws IOException if the body breaks off; sending all of it again changes nothing twice
     */
    public BulkAnswer take(InputStream body, MediaType type, Sender sender) throws IOException {
        var lines = BulkReader.of(body, type, DeclaredLine.COLUMNS, limits);
        var report = batches.begin(sender.subject());
        var tally = new AbsenceTally(report);
        lines.inChunks(line -> read(line, sender), report, chunk -> {
            var meetings = service.take(chunk.stream().map(Line::declared).toList(), sender);
            for (int i = 0; i < chunk.size(); i++) {
                tally.add(chunk.get(i).number(), chunk.get(i).declared(), meetings.get(i));
            }
        });
        report.finish();
        return tally.answer();
    }

    private Line read(BulkLine line, Sender sender) {
        var declared = DeclaredLine.read(line, sender);
        check.check(line, declared);
        return new Line(line.number(), declared);
    }
}
