package org.secondperiod.ingest.histories;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.histories.db.HistoryParts;
import org.secondperiod.ingest.histories.db.HistoryStore;
import org.secondperiod.ingest.rosters.RosterImports.Upload;
import org.secondperiod.kit.bulk.BatchErrors;
import org.secondperiod.kit.time.Times;

/** Takes histories in. What is accepted is kept, and is imported even if this process dies a moment later. */
@ApplicationScoped
public class Histories {

    private final HistoryStore store;
    private final HistoryParts parts;
    private final BatchErrors batches;
    private final HistoryRunner runner;
    private final Clock clock;

    Histories(HistoryStore store, HistoryParts parts, BatchErrors batches, HistoryRunner runner, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.batches = batches;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * How it is wanted.
     *
     * @param mediaType of the file, CSV or NDJSON
     * @param dryRun it is only checked
     * @param allowRejected rows that are not sound are left out
     */
    public record Wishes(Holds holds, String mediaType, boolean dryRun, boolean allowRejected) {}

    /**
     * Accepts a file, inside the transaction; it is looked at once that commits.
     *
     * @return the id of the import, which is that of the batch under which its row errors are kept
     */
    public String accept(Handle tx, Upload upload, String requestedBy, Wishes wishes) {
        String historyId = batches.begin(requestedBy).batchId();
        store.add(
                tx,
                new HistoryRow(
                        historyId,
                        Times.now(clock),
                        requestedBy,
                        wishes.holds(),
                        wishes.mediaType(),
                        upload.bytes(),
                        wishes.dryRun(),
                        wishes.allowRejected(),
                        HistoryState.RUNNING,
                        HistoryPhase.WAITING,
                        null,
                        0,
                        0,
                        0,
                        null,
                        0,
                        0,
                        0,
                        null,
                        0,
                        null,
                        null));
        parts.keep(tx, historyId, upload.file());
        tx.afterCommit(runner::wake);
        return historyId;
    }
}
