package org.secondperiod.ingest.histories;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.histories.db.HistoryLease;

/** One history in this process's hands: a transaction of it counts only while the lease is ours. */
record HistoryWork(Jdbi jdbi, HistoryLease lease, HistoryRow row) {

    String historyId() {
        return row.historyId();
    }

    /** @throws org.secondperiod.ingest.rosters.db.LostImport if another process has it by now; nothing is written */
    void inTransaction(Consumer<Handle> write) {
        jdbi.useTransaction(tx -> {
            write.accept(tx);
            lease.hold(tx, historyId());
        });
    }
}
