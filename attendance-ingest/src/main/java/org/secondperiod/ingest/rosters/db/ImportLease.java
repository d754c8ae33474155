package org.secondperiod.ingest.rosters.db;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Which process works on an import. One import at a time in a district; the lease runs by the database's own clock, because
 * processes' clocks may differ and may be simulated.
 */
public final class ImportLease {

    private final String runner;
    private final Duration length;

    public ImportLease(String runner, Duration length) {
        this.runner = runner;
        this.length = length;
    }

    /** Takes the next import that nobody works on, unless one is being worked on. One that was begun comes first. */
    public Optional<ImportRow> claim(Handle tx) {
        tx.execute("SELECT pg_advisory_xact_lock(hashtext('roster_import'))");
        return tx.createQuery("""
                        UPDATE roster_import SET runner = :runner, attempts = attempts + 1,
                               lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        WHERE import_id = (
                            SELECT import_id FROM roster_import
                            WHERE state = 'RUNNING' AND (lease_until IS NULL OR lease_until < clock_timestamp())
                            ORDER BY phase = 'COMPARING' DESC, received_at, import_id LIMIT 1)
                          AND NOT EXISTS (
                            SELECT 1 FROM roster_import WHERE state = 'RUNNING' AND lease_until >= clock_timestamp())
                        RETURNING *""")
                .bind("runner", runner)
                .bind("seconds", length.toMillis() / 1000.0)
                .map(ConstructorMapper.of(ImportRow.class))
                .findOne();
    }

    /**
     * Says that this process is alive; inside a transaction, that its writes count.
     *
     * @throws LostImport if the import is another process's by now
     */
    public void hold(Handle handle, String importId) {
        int held = handle.createUpdate("""
                        UPDATE roster_import SET lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        WHERE import_id = :id AND runner = :runner AND state = 'RUNNING'""")
                .bind("seconds", length.toMillis() / 1000.0)
                .bind("id", importId)
                .bind("runner", runner)
                .execute();
        if (held == 0) {
            throw new LostImport(importId);
        }
    }

    /** Leaves the import to whoever comes next. */
    public void release(Handle handle, String importId) {
        handle.createUpdate("""
                        UPDATE roster_import SET runner = NULL, lease_until = NULL
                        WHERE import_id = :id AND runner = :runner""").bind("id", importId).bind("runner", runner).execute();
    }
}
