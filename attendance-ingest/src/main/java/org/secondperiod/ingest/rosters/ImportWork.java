package org.secondperiod.ingest.rosters;

import java.time.Instant;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.db.ImportLease;
import org.secondperiod.ingest.rosters.db.ImportRow;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.rosters.db.ImportStore;
import org.secondperiod.ingest.rosters.db.Staging;
import org.secondperiod.ingest.rosters.db.Uploads;

/** One import in this process's hands: every transaction of it counts only while the lease is ours. */
record ImportWork(PatientJdbi database, ImportStore store, Uploads uploads, ImportLease lease, ImportRow row) {

    String importId() {
        return row.importId();
    }

    /**
     * Writes in one transaction.
     *
     * @throws org.secondperiod.ingest.rosters.db.LostImport if another process has the import by now; nothing is written
     */
    void inTransaction(Consumer<Handle> write) {
        database.inTransaction(tx -> {
            write.accept(tx);
            lease.hold(tx, importId());
        });
    }

    /** Writes the last things and ends the import, in the same way. */
    void finish(ImportState state, @Nullable String reason, Instant now, Consumer<Handle> lastThings) {
        database.inTransaction(tx -> {
            lease.hold(tx, importId());
            lastThings.accept(tx);
            uploads.forget(tx, importId());
            Staging.clear(tx);
            store.finish(tx, importId(), state, reason, now);
        });
    }

    /** Leaves it to whoever comes next. */
    void release() {
        database.inTransaction(tx -> lease.release(tx, importId()));
    }
}
