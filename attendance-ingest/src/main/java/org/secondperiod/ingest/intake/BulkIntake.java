package org.secondperiod.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import org.secondperiod.kit.bulk.BatchErrors;
import org.secondperiod.kit.bulk.BulkConfig;
import org.secondperiod.kit.bulk.BulkReader;

/** Takes in a whole body of lines, chunk by chunk, with flat memory: a chunk is read while the broker takes in the one before. */
@ApplicationScoped
public class BulkIntake {

    private static final Logger LOG = Logger.getLogger(BulkIntake.class);

    private final FactIntake intake;
    private final BatchErrors batches;
    private final BulkConfig limits;

    BulkIntake(FactIntake intake, BatchErrors batches, BulkConfig limits) {
        this.intake = intake;
        this.batches = batches;
        this.limits = limits;
    }

    /**
     * Takes the body in.
     *
     * @throws IOException if the body breaks off; what was read before is taken in, and sending all of it again changes
     *     nothing twice
     * @throws org.secondperiod.kit.delivery.NotAcknowledged likewise, if the broker does not acknowledge
     */
    public BulkAnswer take(InputStream body, MediaType type, FactReader reader, Sender sender) throws IOException {
        var lines = BulkReader.of(body, type, reader.columns(), limits);
        var report = batches.begin(sender.subject());
        var tally = new Tally(report, facts -> intake.begin(facts, sender));
        lines.inChunks(line -> reader.read(line, sender, report.batchId()), report, tally::add);
        tally.finish();
        report.finish();
        LOG.infof(
                "A batch of %s: %d accepted, %d duplicates, %d quarantined, %d rejected, batchId=%s",
                sender.subject(),
                tally.accepted(),
                tally.duplicates(),
                tally.quarantined(),
                report.rejected(),
                report.batchId());
        return tally.answer();
    }
}
