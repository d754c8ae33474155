package org.secondperiod.ingest.rosters.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The imports and how they went. */
@ApplicationScoped
public class ImportStore {

    private final Jdbi jdbi;

    ImportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(Handle tx, ImportRow row) {
        tx.createUpdate("""
                        INSERT INTO roster_import (import_id, received_at, requested_by, file, file_bytes, dry_run,
                                                   allow_shrink, state, phase)
                        VALUES (:id, :receivedAt, :requestedBy, :file, :bytes, :dryRun, :allowShrink, 'RUNNING', 'WAITING')""")
                .bind("id", row.importId())
                .bind("receivedAt", row.receivedAt().atOffset(ZoneOffset.UTC))
                .bind("requestedBy", row.requestedBy())
                .bind("file", row.file())
                .bind("bytes", row.fileBytes())
                .bind("dryRun", row.dryRun())
                .bind("allowShrink", row.allowShrink())
                .execute();
    }

    public Optional<ImportRow> find(String importId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM roster_import WHERE import_id = :id")
                .bind("id", importId)
                .map(ConstructorMapper.of(ImportRow.class))
                .findOne());
    }

    /** The latest first. */
    public List<ImportRow> list(@Nullable Instant before, @Nullable String beforeId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM roster_import
                        WHERE CAST(:id AS text) IS NULL OR (received_at, import_id) < (:before, :id)
                        ORDER BY received_at DESC, import_id DESC LIMIT :limit""")
                .bind("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .bind("id", beforeId)
                .bind("limit", limit)
                .map(ConstructorMapper.of(ImportRow.class))
                .list());
    }

    /** A new attempt reads from the start: what an earlier one counted no longer counts. */
    public void beginReading(Handle tx, String importId, Instant now) {
        tx.createUpdate("""
                        UPDATE roster_import SET phase = 'READING', began_at = coalesce(began_at, :now), rows_read = 0,
                               rows_rejected = 0, rows_noted = 0 WHERE import_id = :id""")
                .bind("id", importId)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        tx.createUpdate("DELETE FROM roster_import_problem WHERE import_id = :id")
                .bind("id", importId)
                .execute();
    }

    public void phase(Handle tx, String importId, ImportPhase phase) {
        tx.createUpdate("UPDATE roster_import SET phase = :phase, step = NULL WHERE import_id = :id")
                .bind("phase", phase.name())
                .bind("id", importId)
                .execute();
    }

    /** Says what a long transaction is at, from outside of it. */
    public void step(String importId, String step) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE roster_import SET step = :step WHERE import_id = :id")
                .bind("step", step)
                .bind("id", importId)
                .execute());
    }

    public void rows(Handle tx, String importId, long read, long rejected, long noted) {
        tx.createUpdate("""
                        UPDATE roster_import SET rows_read = :read, rows_rejected = :rejected, rows_noted = :noted
                        WHERE import_id = :id""")
                .bind("read", read)
                .bind("rejected", rejected)
                .bind("noted", noted)
                .bind("id", importId)
                .execute();
    }

    public void problems(Handle tx, String importId, long rejected, long noted) {
        tx.createUpdate("UPDATE roster_import SET rows_rejected = :rejected, rows_noted = :noted WHERE import_id = :id")
                .bind("rejected", rejected)
                .bind("noted", noted)
                .bind("id", importId)
                .execute();
    }

    /** From here on an import that is taken up again goes on where it stopped. */
    public void comparing(Handle tx, String importId, long students) {
        tx.createUpdate("UPDATE roster_import SET phase = 'COMPARING', step = NULL, students_total = :students"
                        + " WHERE import_id = :id")
                .bind("students", students)
                .bind("id", importId)
                .execute();
    }

    public void finish(Handle tx, String importId, ImportState state, @Nullable String reason, Instant now) {
        tx.createUpdate("""
                        UPDATE roster_import SET state = :state, phase = 'FINISHED', step = NULL, reason = :reason, finished_at = :now,
                               runner = NULL, lease_until = NULL
                        WHERE import_id = :id""")
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", importId)
                .execute();
    }
}
