package org.secondperiod.ingest.histories.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.histories.HistoryRow;
import org.secondperiod.ingest.histories.HistoryState;
import org.secondperiod.ingest.histories.SchoolInHistory;

/** Imports of histories and how they went. */
@ApplicationScoped
public class HistoryStore {

    private final Jdbi jdbi;

    HistoryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(Handle tx, HistoryRow row) {
        tx.createUpdate("""
                        INSERT INTO history_import (history_id, received_at, requested_by, holds, media_type, file_bytes, dry_run,
                            allow_rejected)
                        VALUES (:id, :receivedAt, :requestedBy, :holds, :mediaType, :bytes, :dryRun, :allowRejected)""")
                .bind("id", row.historyId())
                .bind("receivedAt", row.receivedAt().atOffset(ZoneOffset.UTC))
                .bind("requestedBy", row.requestedBy())
                .bind("holds", row.holds().name())
                .bind("mediaType", row.mediaType())
                .bind("bytes", row.fileBytes())
                .bind("dryRun", row.dryRun())
                .bind("allowRejected", row.allowRejected())
                .execute();
    }

    public Optional<HistoryRow> find(String historyId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM history_import WHERE history_id = :id")
                .bind("id", historyId)
                .map(ConstructorMapper.of(HistoryRow.class))
                .findOne());
    }

    /** The latest first. */
    public List<HistoryRow> list(@Nullable Instant before, @Nullable String beforeId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM history_import
                        WHERE CAST(:id AS text) IS NULL OR (received_at, history_id) < (:before, :id)
                        ORDER BY received_at DESC, history_id DESC LIMIT :limit""")
                .bind("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .bind("id", beforeId)
                .bind("limit", limit)
                .map(ConstructorMapper.of(HistoryRow.class))
                .list());
    }

    /** It is read from its beginning. */
    public void beginChecking(Handle tx, String historyId, Instant now) {
        tx.createUpdate("""
                        UPDATE history_import SET phase = 'CHECKING', began_at = coalesce(began_at, :now), rows_read = 0,
                            rows_rejected = 0 WHERE history_id = :id""")
                .bind("id", historyId)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void read(Handle tx, String historyId, long rows, long rejected) {
        tx.createUpdate("UPDATE history_import SET rows_read = :rows, rows_rejected = :rejected WHERE history_id = :id")
                .bind("rows", rows)
                .bind("rejected", rejected)
                .bind("id", historyId)
                .execute();
    }

    /** All of it was read; this is what it holds of each school. */
    public void checked(Handle tx, String historyId, long rows, long rejected, Collection<SchoolInHistory> schools) {
        read(tx, historyId, rows, rejected);
        tx.createUpdate("UPDATE history_import SET rows_total = rows_read WHERE history_id = :id")
                .bind("id", historyId)
                .execute();
        tx.createUpdate("DELETE FROM history_school WHERE history_id = :id")
                .bind("id", historyId)
                .execute();
        tx.createUpdate("""
                        INSERT INTO history_school
                        SELECT :id, school_id, CAST(rows AS bigint), CAST(absences AS bigint), CAST(days AS int),
                            CAST(first_day AS date), CAST(last_day AS date)
                        FROM unnest(:schools, :rows, :absences, :days, :firsts, :lasts)
                            AS n (school_id, rows, absences, days, first_day, last_day)""")
                .bind("id", historyId)
                .bindArray("schools", String.class, texts(schools, SchoolInHistory::schoolId))
                .bindArray("rows", String.class, texts(schools, SchoolInHistory::rows))
                .bindArray("absences", String.class, texts(schools, SchoolInHistory::absences))
                .bindArray("days", String.class, texts(schools, SchoolInHistory::days))
                .bindArray("firsts", String.class, texts(schools, SchoolInHistory::firstDay))
                .bindArray("lasts", String.class, texts(schools, SchoolInHistory::lastDay))
                .execute();
    }

    /** So many sound rows are of days before this one, of which reports keep nothing. */
    public void notKept(Handle tx, String historyId, LocalDate keptFrom, long rows) {
        tx.createUpdate("UPDATE history_import SET kept_from = :from, rows_not_kept = :rows WHERE history_id = :id")
                .bind("from", keptFrom)
                .bind("rows", rows)
                .bind("id", historyId)
                .execute();
    }

    private static Object[] texts(
            Collection<SchoolInHistory> schools, Function<SchoolInHistory, @Nullable Object> column) {
        return schools.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray();
    }

    public List<SchoolInHistory> schools(String historyId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM history_school WHERE history_id = :id ORDER BY school_id")
                        .bind("id", historyId)
                        .map(ConstructorMapper.of(SchoolInHistory.class))
                        .list());
    }

    /** From here on it goes on where it stood. */
    public void beginTelling(Handle tx, String historyId) {
        tx.createUpdate("UPDATE history_import SET phase = 'TELLING' WHERE history_id = :id")
                .bind("id", historyId)
                .execute();
    }

    /** So many more rows were taken, up to this line. */
    public void taken(Handle tx, String historyId, long rows, long toLine) {
        tx.createUpdate("""
                        UPDATE history_import SET rows_taken = rows_taken + :rows, taken_to_line = :line
                        WHERE history_id = :id""")
                .bind("rows", rows)
                .bind("line", toLine)
                .bind("id", historyId)
                .execute();
    }

    public void daysTold(Handle tx, String historyId, long days) {
        tx.createUpdate("UPDATE history_import SET days_told = :days WHERE history_id = :id")
                .bind("days", days)
                .bind("id", historyId)
                .execute();
    }

    public void finish(Handle tx, String historyId, HistoryState state, @Nullable String reason, Instant now) {
        tx.createUpdate("""
                        UPDATE history_import SET state = :state, phase = 'FINISHED', reason = :reason, finished_at = :now,
                            runner = NULL, lease_until = NULL
                        WHERE history_id = :id""")
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", historyId)
                .execute();
    }
}
