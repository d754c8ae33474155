package org.secondperiod.ingest.histories.db;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.secondperiod.ingest.histories.HistoryRow;
import org.secondperiod.ingest.rosters.db.LostImport;

/** Which process works on a history. One at a time in a district; by the database's clock, since others may be simulated. */
public final class HistoryLease {

    private final String runner;
    private final Duration length;

    public HistoryLease(String runner, Duration length) {
        this.runner = runner;
        this.length = length;
    }

    /** Takes the next one that nobody works on, unless one is being worked on. One that was begun comes first. */
    public Optional<HistoryRow> claim(Handle tx) {
        tx.execute("SELECT pg_advisory_xact_lock(hashtext('history_import'))");
        return tx.createQuery("""
                        UPDATE history_import SET runner = :runner, attempts = attempts + 1,
                            lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        WHERE history_id = (
                            SELECT history_id FROM history_import
                            WHERE state = 'RUNNING' AND (lease_until IS NULL OR lease_until < clock_timestamp())
                            ORDER BY phase = 'TELLING' DESC, received_at, history_id LIMIT 1)
                          AND NOT EXISTS (
                            SELECT FROM history_import WHERE state = 'RUNNING' AND lease_until >= clock_timestamp())
                        RETURNING *""")
                .bind("runner", runner)
                .bind("seconds", seconds())
                .map(ConstructorMapper.of(HistoryRow.class))
                .findOne();
    }

    /**
     * Says that this process is alive, and inside a transaction that its writes count.
     *
     * @throws LostImport if it is another process's by now
     */
    public void hold(Handle tx, String historyId) {
        int held = tx.createUpdate("""
                        UPDATE history_import SET lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        WHERE history_id = :id AND runner = :runner AND state = 'RUNNING'""")
                .bind("seconds", seconds())
                .bind("id", historyId)
                .bind("runner", runner)
                .execute();
        if (held == 0) {
            throw new LostImport(historyId);
        }
    }

    /** Leaves it to whoever comes next; an attempt that failed for want of a broker or a database is none. */
    public void release(Handle tx, String historyId) {
        tx.createUpdate("""
                        UPDATE history_import SET runner = NULL, lease_until = NULL, attempts = attempts - 1
                        WHERE history_id = :id AND runner = :runner""").bind("id", historyId).bind("runner", runner).execute();
    }

    private double seconds() {
        return length.toMillis() / 1000.0;
    }
}
