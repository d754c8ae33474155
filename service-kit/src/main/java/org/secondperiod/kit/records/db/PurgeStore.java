package org.secondperiod.kit.records.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.records.Rows;

/** Purges, and what is known of purges. */
@ApplicationScoped
public class PurgeStore {

    /**
     * When a class was purged last, and how many records were too old.
     *
     * @param firstKept of earlier days everything was purged, as of then
     * @param wholeAt when days before the purge before it were looked at too; null: they are to be looked at again
     */
    public record Last(
            Instant at,
            long records,
            LocalDate firstKept,
            @Nullable Instant wholeAt) {}

    /** Takes a class in hand, unless it was purged or taken in hand since; a clock that was set back counts as long ago. */
    public boolean take(Handle tx, String recordClass, Instant now, Duration every) {
        return tx.createUpdate("""
                        INSERT INTO purge (record_class, taken_at) VALUES (:class, :now)
                        ON CONFLICT (record_class) DO UPDATE SET taken_at = excluded.taken_at
                         WHERE purge.taken_at NOT BETWEEN :since AND excluded.taken_at""")
                        .bind("class", recordClass)
                        .bind("now", utc(now))
                        .bind("since", utc(now.minus(every)))
                        .execute()
                == 1;
    }

    /** What time it is on the database's machine. */
    public Instant serverTime(Handle tx) {
        return tx.createQuery("SELECT clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }

    /** A class is purged. */
    public void done(Handle tx, String recordClass, Last last) {
        tx.createUpdate("""
                        INSERT INTO purge (record_class, taken_at, done_at, records, first_kept, whole_at)
                        VALUES (:class, :at, :at, :records, :firstKept, :wholeAt)
                        ON CONFLICT (record_class) DO UPDATE SET done_at = excluded.done_at, records = excluded.records,
                            first_kept = excluded.first_kept, whole_at = excluded.whole_at""")
                .bind("class", recordClass)
                .bind("at", utc(last.at()))
                .bind("records", last.records())
                .bind("firstKept", last.firstKept())
                .bind("wholeAt", last.wholeAt() == null ? null : utc(last.wholeAt()))
                .execute();
    }

    /** When a class was purged last. */
    public Optional<Last> last(Handle tx, String recordClass) {
        return tx.createQuery("""
                        SELECT done_at, records, first_kept, whole_at FROM purge
                         WHERE record_class = :class AND done_at IS NOT NULL""")
                .bind("class", recordClass)
                .map((row, context) -> new Last(
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getLong("records"),
                        row.getObject("first_kept", LocalDate.class),
                        instant(row.getObject("whole_at", OffsetDateTime.class))))
                .findOne();
    }

    /** The days of which there is something to purge, from {@code from} on. */
    public List<LocalDate> days(Handle tx, Rows rows, LocalDate from, LocalDate firstKept, ZoneId zone) {
        Rows.Age age = age(rows);
        String day = age.moment() ? "(%s AT TIME ZONE :zone)::date".formatted(age.sql()) : age.sql();
        return tx.createQuery(
                        "SELECT DISTINCT %s AS day FROM %s t WHERE %s >= :from AND %s < :firstKept AND %s ORDER BY 1"
                                .formatted(day, rows.table(), age.sql(), age.sql(), there(rows)))
                .bind("from", bound(rows, from, zone))
                .bind("firstKept", bound(rows, firstKept, zone))
                .bindMap(age.moment() ? Map.of("zone", zone.getId()) : Map.of())
                .map((row, context) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** Purges at most so many records of the day, those that no legal hold keeps and nobody else has in hand; returns how many. */
    public int purge(Handle tx, Rows rows, LocalDate day, ZoneId zone, int limit) {
        return tx.createQuery(purging(rows))
                .bind("day", bound(rows, day, zone))
                .bind("next", bound(rows, day.plusDays(1), zone))
                .bind("limit", limit)
                .mapTo(Integer.class)
                .one();
    }

    /** The day of the oldest record. */
    public Optional<LocalDate> oldest(Handle tx, Rows rows, ZoneId zone) {
        Rows.Age age = age(rows);
        return tx.createQuery("SELECT min(%s) FROM %s t WHERE %s".formatted(age.sql(), rows.table(), there(rows)))
                .map((row, context) -> Optional.ofNullable(day(
                        age.moment() ? row.getObject(1, OffsetDateTime.class) : row.getObject(1, LocalDate.class),
                        zone)))
                .one();
    }

    private static String purging(Rows rows) {
        String old = """
                WITH old AS MATERIALIZED (
                    SELECT t.ctid FROM %1$s t WHERE %2$s >= :day AND %2$s < :next AND %3$s AND %4$s
                    LIMIT :limit FOR UPDATE SKIP LOCKED),
                """.formatted(rows.table(), age(rows).sql(), there(rows), isNotHeld(rows));
        if (rows.part() != null) {
            return old + """
                    gone AS (UPDATE %s t SET %s WHERE t.ctid = ANY (ARRAY(SELECT ctid FROM old)) RETURNING 1)
                    SELECT count(*)::int FROM gone""".formatted(rows.table(), rows.part().emptied());
        }
        if (rows.child() != null) {
            return old
                    + """
                    gone AS (DELETE FROM %1$s t WHERE t.ctid = ANY (ARRAY(SELECT ctid FROM old)) RETURNING t.%3$s),
                    with_it AS (DELETE FROM %2$s c USING gone g WHERE c.%3$s = g.%3$s)
                    SELECT count(*)::int FROM gone""".formatted(
                            rows.table(), rows.child().table(), rows.child().column());
        }
        return old + """
                gone AS (DELETE FROM %s t WHERE t.ctid = ANY (ARRAY(SELECT ctid FROM old)) RETURNING 1)
                SELECT count(*)::int FROM gone""".formatted(rows.table());
    }

    private static Rows.Age age(Rows rows) {
        if (rows.age() == null) {
            throw new IllegalArgumentException(rows.table() + " is not purged by age");
        }
        return rows.age();
    }

    private static String there(Rows rows) {
        return rows.part() == null ? "true" : rows.part().there();
    }

    /** What a legal hold of the student or of the school keeps. */
    private static String isNotHeld(Rows rows) {
        String student = rows.student() == null ? "false" : "h.student_id = " + rows.student();
        String school = rows.school() == null ? "false" : "h.school_id IS NOT NULL AND (" + rows.school() + ")";
        return "NOT EXISTS (SELECT FROM known_hold h WHERE NOT h.ended AND (%s OR %s))".formatted(student, school);
    }

    private static Object bound(Rows rows, LocalDate firstKept, ZoneId zone) {
        return age(rows).moment() ? utc(firstKept.atStartOfDay(zone).toInstant()) : firstKept;
    }

    private static @Nullable LocalDate day(@Nullable Object oldest, ZoneId zone) {
        return oldest instanceof OffsetDateTime time
                ? time.atZoneSameInstant(zone).toLocalDate()
                : (LocalDate) oldest;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
