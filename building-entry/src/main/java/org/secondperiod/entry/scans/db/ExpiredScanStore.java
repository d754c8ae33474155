package org.secondperiod.entry.scans.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.scans.ExpiredScan;

/** Scans that waited in vain. */
@ApplicationScoped
public class ExpiredScanStore {

    /** Scans with their place in the listing. */
    public record Expired(long waitingId, ExpiredScan scan) {}

    private final Jdbi jdbi;

    ExpiredScanStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Moves waiting scans that were made, or came, before the moment here, and returns how many; another replica takes others.
     * By a clock that is ahead a scan would wait for ever.
     */
    public int take(Handle tx, Instant before, Instant now, int limit) {
        return tx.createUpdate("""
                        WITH old AS (
                            DELETE FROM waiting_scan WHERE waiting_id IN (
                                SELECT waiting_id FROM waiting_scan WHERE least(scanned_at, recorded_at) < :before
                                ORDER BY waiting_id LIMIT :limit FOR UPDATE SKIP LOCKED)
                            RETURNING *)
                        INSERT INTO expired_scan (waiting_id, scan_id, reader_id, badge, student_id, scanned_at, direction,
                                                  sequence, recorded_at, expired_at)
                        SELECT waiting_id, scan_id, reader_id, badge, student_id, scanned_at, direction, sequence, recorded_at,
                               :now FROM old""")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .execute();
    }

    /** In the order in which they came, after the given one. */
    public List<Expired> list(long after, int limit) {
        return jdbi.inTransaction(tx -> tx.createQuery(
                        "SELECT * FROM expired_scan WHERE waiting_id > :after ORDER BY waiting_id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Expired(
                        row.getLong("waiting_id"),
                        ExpiredScan.of(WaitingScanStore.waiting(row), WaitingScanStore.instant(row, "expired_at"))))
                .list());
    }
}
