package org.secondperiod.ingest.rosters;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.db.ImportPhase;
import org.secondperiod.ingest.rosters.db.ImportRow;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.rosters.db.ImportStore;
import org.secondperiod.ingest.rosters.db.Uploads;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.time.Times;

/** Takes rosters in. What is accepted is kept, and is imported even if this process dies a moment later. */
@ApplicationScoped
public class RosterImports {

    private final ImportStore store;
    private final Uploads uploads;
    private final ImportRunner runner;
    private final Clock clock;
    private final AuditTrail trail;

    RosterImports(ImportStore store, Uploads uploads, ImportRunner runner, Clock clock, AuditTrail trail) {
        this.store = store;
        this.uploads = uploads;
        this.runner = runner;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Accepts an archive, inside the transaction; it is looked at once that commits.
     *
     * @param name what to call the file towards people
     * @return the import's id
     */
    public String accept(Handle tx, Upload upload, String name, String requestedBy, ImportWishes wishes) {
        String importId = UUID.randomUUID().toString();
        trail.about(importId);
        store.add(
                tx,
                new ImportRow(
                        importId,
                        Times.now(clock),
                        requestedBy,
                        name,
                        upload.bytes(),
                        wishes.dryRun(),
                        wishes.allowShrink(),
                        ImportState.RUNNING,
                        ImportPhase.WAITING,
                        null,
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null,
                        null));
        uploads.keep(tx, importId, upload.file());
        tx.afterCommit(runner::wake);
        return importId;
    }

    /** An upload on this machine's disk. */
    public record Upload(Path file, long bytes, String sha256) {}
}
