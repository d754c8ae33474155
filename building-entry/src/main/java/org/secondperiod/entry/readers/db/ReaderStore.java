package org.secondperiod.entry.readers.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.readers.Reader;
import org.secondperiod.entry.readers.ReaderPlaces;
import org.secondperiod.entry.readers.ReaderPlaces.Place;
import org.secondperiod.entry.readers.ReaderSettings;

/** Readers' settings and places. */
@ApplicationScoped
public class ReaderStore {

    public Optional<Reader> find(Handle handle, String readerId) {
        return Optional.ofNullable(readers(handle, List.of(readerId)).get(readerId));
    }

    /** The reader, locked against other changes of its settings until the transaction ends. */
    public Optional<Reader> lock(Handle tx, String readerId) {
        return tx.createQuery("SELECT * FROM reader WHERE reader_id = :id FOR UPDATE")
                .bind("id", readerId)
                .map((row, context) -> reader(row))
                .findOne();
    }

    /** The registered ones of these. */
    public Map<String, Reader> readers(Handle handle, Collection<String> readerIds) {
        return handle
                .createQuery("SELECT * FROM reader WHERE reader_id = ANY(:ids)")
                .bindArray("ids", String.class, List.copyOf(readerIds))
                .map((row, context) -> reader(row))
                .stream()
                .collect(Collectors.toMap(Reader::readerId, Function.identity()));
    }

    /** Where these readers stood when. */
    public ReaderPlaces places(Handle handle, Collection<String> readerIds) {
        return new ReaderPlaces(
                handle.createQuery("SELECT reader_id, since, building_id FROM reader_place WHERE reader_id = ANY(:ids)")
                        .bindArray("ids", String.class, List.copyOf(readerIds))
                        .map((row, context) -> place(row))
                        .list());
    }

    /** Writes the reader; false where another registered or changed it meanwhile. */
    public boolean save(Handle tx, Reader reader) {
        ReaderSettings settings = reader.settings();
        int written = tx.createUpdate("""
                        INSERT INTO reader (reader_id, building_id, name, in_service, allowed_silence_minutes, version, changed,
                            in_service_since)
                        VALUES (:id, :building, :name, :inService, :silence, :version, :changed, CAST(:since AS timestamptz))
                        ON CONFLICT (reader_id) DO UPDATE SET building_id = excluded.building_id, name = excluded.name,
                            in_service = excluded.in_service, version = excluded.version, changed = excluded.changed,
                            allowed_silence_minutes = excluded.allowed_silence_minutes,
                            in_service_since = excluded.in_service_since
                        WHERE reader.version = excluded.version - 1""")
                .bind("id", reader.readerId())
                .bind("building", settings.buildingId())
                .bind("name", settings.name())
                .bind("inService", settings.inService())
                .bind("silence", settings.allowedSilenceMinutes())
                .bind("version", reader.version())
                .bind("changed", reader.changed().atOffset(ZoneOffset.UTC))
                .bind("since", Objects.toString(reader.inServiceSince(), null))
                .execute();
        if (written == 1) {
            savePlace(tx, reader);
        }
        return written == 1;
    }

    private static void savePlace(Handle tx, Reader reader) {
        tx.createUpdate("""
                        INSERT INTO reader_place (reader_id, since, building_id)
                        SELECT :id, CASE WHEN :version = 1 THEN NULL ELSE :changed END, :building
                        WHERE :building IS DISTINCT FROM (SELECT building_id FROM reader_place WHERE reader_id = :id
                                                          ORDER BY since DESC NULLS LAST LIMIT 1)
                        ON CONFLICT (reader_id, since) DO UPDATE SET building_id = excluded.building_id""")
                .bind("id", reader.readerId())
                .bind("version", reader.version())
                .bind("changed", reader.changed().atOffset(ZoneOffset.UTC))
                .bind("building", reader.settings().buildingId())
                .execute();
    }

    /** When the latest scan was made that waits for this reader, none where none does; never later than the given moment. */
    public Optional<Instant> lastScanThatWaits(Handle tx, String readerId, Instant notAfter) {
        return tx.createQuery(
                        "SELECT max(scanned_at) FROM waiting_scan WHERE reader_id = :id AND scanned_at <= :notAfter")
                .bind("id", readerId)
                .bind("notAfter", notAfter.atOffset(ZoneOffset.UTC))
                .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .one()
                .map(OffsetDateTime::toInstant);
    }

    static Reader reader(ResultSet row) throws SQLException {
        return new Reader(
                row.getString("reader_id"),
                new ReaderSettings(
                        row.getString("building_id"),
                        row.getString("name"),
                        row.getBoolean("in_service"),
                        row.getInt("allowed_silence_minutes")),
                row.getLong("version"),
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                ReaderContactStore.instant(row, "in_service_since"));
    }

    private static Place place(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new Place(
                row.getString("reader_id"),
                since == null ? Instant.MIN : since.toInstant(),
                row.getString("building_id"));
    }
}
