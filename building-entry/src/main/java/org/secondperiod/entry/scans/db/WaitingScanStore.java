package org.secondperiod.entry.scans.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.scans.Taking;
import org.secondperiod.entry.scans.WaitingScan;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Scan.Direction;

/** Scans that wait. What for is found out when it is asked: readers and claims change. */
@ApplicationScoped
public class WaitingScanStore {

    /** Scans with where they wait, for paging. */
    public record Waiting(long waitingId, WaitingScan scan) {}

    private final Jdbi jdbi;

    WaitingScanStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps scans; one that is kept already stays as it is. */
    public void keep(Handle tx, String subject, List<Taking> takings, Instant now) {
        if (takings.isEmpty()) {
            return;
        }
        tx.createUpdate("""
                        INSERT INTO waiting_scan (event_id, scan_id, reader_id, badge, student_id, scanned_at, direction,
                                                  sequence, subject, recorded_at)
                        SELECT event_id, scan_id, reader_id, badge, student_id, scanned_at::timestamptz, direction,
                               sequence, :subject, :now
                        FROM unnest(:eventIds, :scanIds, :readers, :badges, :students, :scannedAts, :directions, :sequences)
                            AS n (event_id, scan_id, reader_id, badge, student_id, scanned_at, direction, sequence)
                        ORDER BY event_id
                        ON CONFLICT (event_id) DO NOTHING""")
                .bind("subject", subject)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("eventIds", String.class, column(takings, Taking::eventId))
                .bindArray(
                        "scanIds",
                        String.class,
                        column(
                                takings,
                                t -> t.scan().scanId() == null
                                        ? t.eventId()
                                        : t.scan().scanId()))
                .bindArray(
                        "readers", String.class, column(takings, t -> t.scan().readerId()))
                .bindArray("badges", String.class, column(takings, t -> t.scan().badge()))
                .bindArray(
                        "students", String.class, column(takings, t -> t.scan().studentId()))
                .bindArray(
                        "scannedAts",
                        String.class,
                        column(takings, t -> t.scan().scannedAt().toString()))
                .bindArray(
                        "directions",
                        String.class,
                        column(takings, t -> t.scan().direction().name()))
                .bindArray(
                        "sequences", Long.class, column(takings, t -> t.scan().sequence()))
                .execute();
    }

    /** Which of these events still wait. */
    public Set<String> among(Handle tx, Collection<String> eventIds) {
        if (eventIds.isEmpty()) {
            return Set.of();
        }
        return tx
                .createQuery("SELECT event_id FROM waiting_scan WHERE event_id = ANY(:ids)")
                .bindArray("ids", String.class, List.copyOf(eventIds))
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Removes scans that can be resolved now and gives them resolved; those that another replica is taking are left to it. */
    public List<Scan> takeResolvable(Handle tx, int limit, Instant now) {
        return tx.createQuery("""
                        WITH resolvable AS (
                            SELECT w.waiting_id, coalesce(w.student_id, claim.student_id) AS student, place.building_id
                            FROM waiting_scan w
                            JOIN LATERAL (SELECT building_id FROM reader_place p WHERE p.reader_id = w.reader_id
                                          ORDER BY (p.since IS NULL OR p.since <= w.scanned_at) DESC, p.since DESC NULLS LAST
                                          LIMIT 1) place ON true
                            LEFT JOIN LATERAL (SELECT student_id FROM badge_claim c WHERE c.badge = w.badge
                                          AND (c.valid_from IS NULL OR c.valid_from <= w.scanned_at)
                                          AND (c.valid_to IS NULL OR w.scanned_at < c.valid_to)
                                          ORDER BY c.valid_from DESC NULLS LAST, c.valid_to NULLS LAST, c.source, c.student_id
                                          LIMIT 1) claim ON true
                            WHERE w.student_id IS NOT NULL OR claim.student_id IS NOT NULL
                            ORDER BY w.waiting_id LIMIT :limit
                            FOR UPDATE OF w SKIP LOCKED)
                        DELETE FROM waiting_scan w USING resolvable r WHERE w.waiting_id = r.waiting_id
                        RETURNING w.*, r.student, r.building_id""")
                .bind("limit", limit)
                .map((row, context) -> resolved(row, now))
                .list();
    }

    /** Scans whose reader is registered and whose badge was nobody's, oldest first, after the given one. */
    public List<Waiting> forBadges(long after, int limit) {
        return list("EXISTS", after, limit);
    }

    /** Scans whose reader is not registered, oldest first, after the given one. */
    public List<Waiting> forReaders(long after, int limit) {
        return list("NOT EXISTS", after, limit);
    }

    private List<Waiting> list(String readerKnown, long after, int limit) {
        return jdbi.inTransaction(tx -> tx.createQuery("""
                        SELECT * FROM waiting_scan w
                        WHERE %s (SELECT 1 FROM reader r WHERE r.reader_id = w.reader_id) AND waiting_id > :after
                        ORDER BY waiting_id LIMIT :limit""".formatted(readerKnown))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Waiting(row.getLong("waiting_id"), waiting(row)))
                .list());
    }

    private static Scan resolved(ResultSet row, Instant now) throws SQLException {
        return new Scan(
                row.getString("event_id"),
                row.getString("scan_id"),
                row.getString("student"),
                row.getString("reader_id"),
                row.getString("building_id"),
                instant(row, "scanned_at"),
                Direction.valueOf(row.getString("direction")),
                row.getObject("sequence", Long.class),
                now,
                instant(row, "recorded_at"));
    }

    static WaitingScan waiting(ResultSet row) throws SQLException {
        return new WaitingScan(
                row.getString("scan_id"),
                row.getString("reader_id"),
                row.getString("badge"),
                row.getString("student_id"),
                instant(row, "scanned_at"),
                Direction.valueOf(row.getString("direction")),
                row.getObject("sequence", Long.class),
                instant(row, "recorded_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> List<T> column(List<Taking> takings, Function<Taking, T> part) {
        List<T> values = new ArrayList<>(takings.size());
        takings.forEach(taking -> values.add(part.apply(taking)));
        return values;
    }
}
