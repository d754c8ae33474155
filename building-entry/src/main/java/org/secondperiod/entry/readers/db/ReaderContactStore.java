package org.secondperiod.entry.readers.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.Contact;
import org.secondperiod.entry.readers.Heartbeat;
import org.secondperiod.entry.readers.Numbering;
import org.secondperiod.entry.readers.ReaderStatus;
import org.secondperiod.entry.readers.ReaderStatus.Gap;
import org.secondperiod.entry.readers.Refusals;

/** When readers were heard from, and which of their sequence numbers came: the last 100,000 of each reader are looked at. */
@ApplicationScoped
public class ReaderContactStore {

    private static final String STATUS = """
            SELECT r.*, c.last_heard, c.heartbeat_at, c.queued, greatest(c.last_sequence, upper(c.seen) - 1) AS last_sequence,
                   c.restarted_at, gap.missing, gap.gap_from, gap.gap_to, f.whys, f.counts, f.last_ats
            FROM reader r
            LEFT JOIN reader_contact c USING (reader_id)
            LEFT JOIN LATERAL (
                SELECT coalesce(sum(upper(g) - lower(g)), 0) AS missing,
                       trim_array(array_agg(lower(g) ORDER BY lower(g)), greatest(0, count(*) - 20)::int) AS gap_from,
                       trim_array(array_agg(upper(g) - 1 ORDER BY lower(g)), greatest(0, count(*) - 20)::int) AS gap_to
                FROM unnest(int8multirange(int8range(lower(c.seen), greatest(c.last_sequence + 1, upper(c.seen)))) - c.seen) g
                WHERE NOT isempty(c.seen)) gap ON true
            LEFT JOIN LATERAL (
                SELECT array_agg(why ORDER BY last_at DESC) AS whys, array_agg(refused ORDER BY last_at DESC) AS counts,
                       array_agg(last_at ORDER BY last_at DESC) AS last_ats
                FROM reader_refusal WHERE reader_id = r.reader_id) f ON true
            """;

    /** A heartbeat that was ahead of our clock when it came hides no later one. */
    private static final String KNOWN_IS_LATER =
            "c.heartbeat_at > excluded.heartbeat_at AND c.heartbeat_at <= c.last_heard + INTERVAL '%d seconds'"
                    .formatted(Heartbeat.TOLERANCE.toSeconds());

    private final Jdbi jdbi;

    ReaderContactStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** These readers were heard from by scans; readers that are not registered are left out. */
    public void heard(List<Contact> contacts, Instant now) {
        jdbi.useTransaction(tx -> {
            Map<String, Numbering> known =
                    numberings(tx, contacts.stream().map(Contact::readerId).toList());
            Heard heard = new Heard();
            for (Contact contact : contacts) {
                Numbering before = known.getOrDefault(contact.readerId(), Numbering.UNKNOWN);
                heard.add(contact.readerId(), before.count(contact.scans(), now));
            }
            heard.write(tx, now);
        });
    }

    /** A heartbeat came; of two, the one that is later by the reader's clock says what is queued. */
    public void heartbeat(String readerId, Heartbeat beat, Instant now) {
        jdbi.useTransaction(tx -> {
            Numbering before = numberings(tx, List.of(readerId)).getOrDefault(readerId, Numbering.UNKNOWN);
            Instant at = beat.at().isAfter(now) ? now : beat.at();
            Long last = before.isBehind(at) ? null : beat.lastSequence();
            boolean restarted = last != null && before.isRestart(last, at);
            tx.createUpdate("""
                            INSERT INTO reader_contact AS c (reader_id, last_heard, heartbeat_at, queued, last_sequence)
                            VALUES (:id, :now, :at, :queued, :lastSequence)
                            ON CONFLICT (reader_id) DO UPDATE SET last_heard = greatest(c.last_heard, excluded.last_heard),
                                queued = CASE WHEN %1$s THEN c.queued ELSE excluded.queued END,
                                last_sequence = CASE WHEN %1$s THEN c.last_sequence
                                                     ELSE coalesce(excluded.last_sequence, c.last_sequence) END,
                                heartbeat_at = CASE WHEN %1$s THEN c.heartbeat_at ELSE excluded.heartbeat_at END,
                                seen = CASE WHEN :restarted THEN '{}' ELSE c.seen END,
                                highest_at = CASE WHEN :restarted THEN NULL ELSE c.highest_at END,
                                restarted_at = CASE WHEN :restarted THEN :restartedAt ELSE c.restarted_at END""".formatted(KNOWN_IS_LATER))
                    .bind("id", readerId)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("at", beat.at().atOffset(ZoneOffset.UTC))
                    .bind("queued", beat.queued())
                    .bind("lastSequence", last)
                    .bind("restarted", restarted)
                    .bind("restartedAt", at.atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    /** As far as they are known, and locked until the transaction ends. */
    private static Map<String, Numbering> numberings(Handle tx, List<String> readerIds) {
        return tx
                .createQuery("""
                        SELECT reader_id, upper(seen) - 1 AS highest, highest_at, restarted_at FROM reader_contact
                        WHERE reader_id = ANY (:ids) ORDER BY reader_id FOR UPDATE""")
                .bindArray("ids", String.class, readerIds)
                .map((row, context) -> Map.entry(
                        row.getString("reader_id"),
                        new Numbering(
                                row.getObject("highest", Long.class),
                                instant(row, "highest_at"),
                                instant(row, "restarted_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<ReaderStatus> status(String readerId) {
        return jdbi.withHandle(handle -> handle.createQuery(STATUS + "WHERE r.reader_id = :id")
                .bind("id", readerId)
                .map((row, context) -> status(row))
                .findOne());
    }

    public List<ReaderStatus> list(String after, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(STATUS + "WHERE r.reader_id > :after ORDER BY r.reader_id LIMIT :limit")
                        .bind("after", after)
                        .bind("limit", limit)
                        .map((row, context) -> status(row))
                        .list());
    }

    private static ReaderStatus status(ResultSet row) throws SQLException {
        return new ReaderStatus(
                ReaderStore.reader(row),
                instant(row, "last_heard"),
                instant(row, "heartbeat_at"),
                row.getObject("queued", Integer.class),
                row.getObject("last_sequence", Long.class),
                instant(row, "restarted_at"),
                row.getLong("missing"),
                gaps(row),
                refusals(row));
    }

    private static List<Gap> gaps(ResultSet row) throws SQLException {
        List<Gap> gaps = new ArrayList<>();
        if (row.getArray("gap_from") != null) {
            Long[] from = (Long[]) row.getArray("gap_from").getArray();
            Long[] to = (Long[]) row.getArray("gap_to").getArray();
            for (int i = 0; i < from.length; i++) {
                gaps.add(new Gap(from[i], to[i]));
            }
        }
        return gaps;
    }

    private static @Nullable Refusals refusals(ResultSet row) throws SQLException {
        if (row.getArray("whys") == null) {
            return null;
        }
        String[] whys = (String[]) row.getArray("whys").getArray();
        Long[] counts = (Long[]) row.getArray("counts").getArray();
        Timestamp[] lastAts = (Timestamp[]) row.getArray("last_ats").getArray();
        List<Refusals.Counted> reasons = new ArrayList<>();
        for (int i = 0; i < whys.length; i++) {
            reasons.add(new Refusals.Counted(whys[i], counts[i], lastAts[i].toInstant()));
        }
        return new Refusals(reasons);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
