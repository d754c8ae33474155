package org.secondperiod.ingest.quarantine.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.Kept;
import org.secondperiod.ingest.quarantine.Waiting;
import org.secondperiod.ingest.quarantine.WaitingGroup;
import org.secondperiod.ingest.quarantine.WaitingReason;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;

/** The rows of the quarantine. */
@ApplicationScoped
public class QuarantineStore {

    private static final String COLUMNS = "place, event_id, fact, kind, school_id, code, reason, content, raw,"
            + " raw_sealed, subject, received_at, batch_id, line";

    /** The line of each, as it came. */
    public static final SealedColumn RAW = SealedColumn.text("quarantine", "raw_sealed", "raw", "event_id");

    /** Why each was given up. */
    public static final SealedColumn WHY = SealedColumn.text("quarantine_discarded", "why_sealed", "why", "event_id");

    private final Jdbi jdbi;
    private final SealedText texts;
    private final KeyRing ring;

    QuarantineStore(Jdbi jdbi, SealedText texts, KeyRing ring) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.ring = ring;
    }

    /** Adds facts; one that waits already is not added twice. A service that has no key yet takes them all the same. */
    public void add(Handle tx, List<Waiting> facts) {
        boolean sealed = !ring.isEmpty();
        var batch = tx.prepareBatch("""
                INSERT INTO quarantine (event_id, fact, kind, school_id, code, reason, content, raw, raw_sealed,
                                        subject, received_at, batch_id, line)
                VALUES (:eventId, :fact, :kind, :schoolId, :code, :reason, CAST(:content AS jsonb), :plain,
                        CAST(:sealed AS jsonb), :subject, :receivedAt, :batchId, :line)
                ON CONFLICT (event_id) DO NOTHING
                """);
        facts.stream()
                .sorted(Comparator.comparing(Waiting::eventId))
                .forEach(fact -> batch.bindMethods(fact)
                        .bind("plain", sealed ? null : fact.raw())
                        .bind("sealed", sealed ? texts.seal(RAW.row(fact.eventId()), fact.raw()) : null)
                        .add());
        batch.execute();
    }

    /** What waits, counted by what it waits for. */
    public List<WaitingGroup> groups() {
        return jdbi.inTransaction(tx -> tx.createQuery("""
                        SELECT kind, school_id, code, count(*) AS waiting, min(received_at) AS oldest FROM quarantine
                        GROUP BY kind, school_id, code ORDER BY kind, school_id, code
                        """)
                .registerRowMapper(ConstructorMapper.factory(WaitingGroup.class))
                .mapTo(WaitingGroup.class)
                .list());
    }

    /** Locks facts of the group that nobody else works on. */
    public List<Kept> lock(Handle tx, WaitingGroup group, int limit) {
        return tx.createQuery("SELECT " + COLUMNS + """
                         FROM quarantine
                        WHERE kind = :kind AND school_id = :schoolId AND code IS NOT DISTINCT FROM :code
                        ORDER BY place LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .bind("kind", group.kind())
                .bind("schoolId", group.schoolId())
                .bind("code", group.code())
                .bind("limit", limit)
                .map((row, context) -> kept(row))
                .list();
    }

    /** Locks one fact. */
    public @Nullable Kept lock(Handle tx, String eventId) {
        return tx.createQuery("SELECT " + COLUMNS + " FROM quarantine WHERE event_id = :eventId FOR UPDATE")
                .bind("eventId", eventId)
                .map((row, context) -> kept(row))
                .findOne()
                .orElse(null);
    }

    /** The fact has gone on. */
    public void remove(Handle tx, Collection<Kept> facts) {
        tx.createUpdate("DELETE FROM quarantine WHERE place = ANY(:places)")
                .bindArray("places", Long.class, facts.stream().map(Kept::place).toList())
                .execute();
    }

    /** Keeps who gave the fact up. */
    public void discarded(Handle tx, Kept fact, String by, String why, Instant now) {
        tx.createUpdate("""
                        INSERT INTO quarantine_discarded (event_id, fact, school_id, sent_by, received_at, discarded_by,
                                                          discarded_at, why_sealed)
                        VALUES (:eventId, :fact, :schoolId, :subject, :receivedAt, :by, :now, CAST(:why AS jsonb))
                        ON CONFLICT (event_id) DO UPDATE SET discarded_by = excluded.discarded_by,
                            discarded_at = excluded.discarded_at, why_sealed = excluded.why_sealed, why = NULL
                        """)
                .bindMethods(fact.waiting())
                .bind("by", by)
                .bind("now", now)
                .bind("why", texts.seal(WHY.row(fact.waiting().eventId()), why))
                .execute();
    }

    /** Whether that person gave the fact up. */
    public boolean wasDiscarded(Handle tx, String eventId, String by) {
        return tx.createQuery("SELECT 1 FROM quarantine_discarded WHERE event_id = :eventId AND discarded_by = :by")
                .bind("eventId", eventId)
                .bind("by", by)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The fact waits for something else now. */
    public void waitFor(Handle tx, Kept fact, WaitingReason reason) {
        tx.createUpdate("UPDATE quarantine SET kind = :kind, code = :code, reason = :words WHERE place = :place")
                .bindMethods(reason)
                .bind("place", fact.place())
                .execute();
    }

    /** A page, oldest first; no kind and no schools mean all. */
    public List<Kept> page(Waiting.@Nullable Kind kind, @Nullable Set<String> schools, long after, int limit) {
        return jdbi.inTransaction(tx -> tx.createQuery("SELECT " + COLUMNS + """
                         FROM quarantine
                        WHERE place > :after AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                          AND (:everywhere OR school_id = ANY(:schools))
                        ORDER BY place LIMIT :limit
                        """)
                .bind("after", after)
                .bind("kind", kind)
                .bind("everywhere", schools == null)
                .bindArray("schools", String.class, schools == null ? List.of() : List.copyOf(schools))
                .bind("limit", limit)
                .map((row, context) -> kept(row))
                .list());
    }

    private Kept kept(ResultSet row) throws SQLException {
        String eventId = row.getString("event_id");
        return new Kept(
                row.getLong("place"),
                new Waiting(
                        eventId,
                        Waiting.FactKind.valueOf(row.getString("fact")),
                        Waiting.Kind.valueOf(row.getString("kind")),
                        row.getString("school_id"),
                        row.getString("code"),
                        row.getString("reason"),
                        row.getString("content"),
                        Objects.requireNonNull(
                                texts.open(RAW.row(eventId), row.getString("raw_sealed"), row.getString("raw"))),
                        row.getString("subject"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("batch_id"),
                        row.getObject("line", Long.class)));
    }
}
