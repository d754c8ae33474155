package org.secondperiod.reporting.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.facts.db.Columns;

/** The school years of schools: calendar and submitted days, as strips. */
@ApplicationScoped
public class SchoolYearStore {

    /** Which. */
    public record Key(String schoolId, int year) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::schoolId).thenComparingInt(Key::year);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * One of them.
     *
     * @param waitsUntil the first day that was submitted before it came
     */
    public record Row(
            Key key,
            long calendarVersion,
            String calendar,
            String submitted,
            @Nullable LocalDate waitsUntil) {

        public Row withCalendar(long version, String strip) {
            return new Row(key, version, strip, submitted, waitsUntil);
        }

        public Row withSubmitted(String strip, @Nullable LocalDate waits) {
            return new Row(key, calendarVersion, calendar, strip, waits);
        }
    }

    /** These school years, which are made where they are not there; nobody else changes them until this transaction ends. */
    public List<Row> take(Handle tx, Collection<Key> keys) {
        List<Key> sorted = keys.stream().distinct().sorted().toList();
        var make = tx.createUpdate("""
                INSERT INTO school_year (school_id, year) SELECT * FROM unnest(:schools, CAST(:years AS int[]))
                ON CONFLICT DO NOTHING""");
        bind(make, sorted).execute();
        return select(tx, sorted, "FOR UPDATE OF y");
    }

    /** Those of these that are there. */
    public List<Row> load(Handle tx, Collection<Key> keys) {
        return select(tx, keys, "");
    }

    /** Every school year of the school. */
    public List<Row> ofSchool(Handle tx, String schoolId) {
        return tx.createQuery("SELECT * FROM school_year WHERE school_id = :school ORDER BY year")
                .bind("school", schoolId)
                .map((row, context) -> row(row))
                .list();
    }

    /** Those in which a day was submitted before it came, and may have come by then. */
    public List<Row> waiting(Handle tx, LocalDate until) {
        return tx.createQuery("SELECT * FROM school_year WHERE waits_until <= :until ORDER BY school_id, year")
                .bind("until", until)
                .map((row, context) -> row(row))
                .list();
    }

    /** Stores what was changed of school years that were taken. */
    public void save(Handle tx, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var save = tx.createUpdate("""
                UPDATE school_year y SET calendar_version = n.version, calendar = n.calendar, submitted = n.submitted,
                    waits_until = n.waits
                FROM unnest(:schools, CAST(:years AS int[]), CAST(:versions AS bigint[]), :calendars, :submitted,
                    CAST(:waits AS date[])) AS n (school_id, year, version, calendar, submitted, waits)
                WHERE y.school_id = n.school_id AND y.year = n.year""");
        Columns.bind(save, "schools", rows, row -> row.key().schoolId());
        Columns.bind(save, "years", rows, row -> row.key().year());
        Columns.bind(save, "versions", rows, Row::calendarVersion);
        Columns.bind(save, "calendars", rows, Row::calendar);
        Columns.bind(save, "submitted", rows, Row::submitted);
        Columns.bind(save, "waits", rows, Row::waitsUntil);
        save.execute();
    }

    /** The dates of a school year as they were known. */
    public record Known(Key key, String calendar, String submitted) {}

    /**
     * Keeps these, which were changed, as what is known at the end of the day.
     *
     * @param learned the district's date today
     * @param ends of a school year's number its last date
     */
    public void learn(Handle tx, Collection<Row> rows, LocalDate learned, IntFunction<LocalDate> ends) {
        if (rows.isEmpty()) {
            return;
        }
        var learn = tx.createUpdate("""
                INSERT INTO school_year_learned (school_id, year, learned_on, year_ends, calendar, submitted)
                SELECT school_id, year, CAST(:learned AS date), ends, calendar, submitted
                FROM unnest(:schools, CAST(:years AS int[]), CAST(:ends AS date[]), :calendars, :submitted)
                    AS n (school_id, year, ends, calendar, submitted)
                ON CONFLICT (school_id, year, learned_on) DO UPDATE
                SET calendar = excluded.calendar, submitted = excluded.submitted""").bind("learned", learned);
        Columns.bind(learn, "schools", rows, row -> row.key().schoolId());
        Columns.bind(learn, "years", rows, row -> row.key().year());
        Columns.bind(learn, "ends", rows, row -> ends.apply(row.key().year()));
        Columns.bind(learn, "calendars", rows, Row::calendar);
        Columns.bind(learn, "submitted", rows, Row::submitted);
        learn.execute();
    }

    /** Those of these of which anything was known by the end of this date, as it was known then. */
    public List<Known> known(Handle tx, Collection<Key> keys, LocalDate knownOn) {
        var query = tx.createQuery("""
                SELECT DISTINCT ON (y.school_id, y.year) y.school_id, y.year, y.calendar, y.submitted FROM school_year_learned y
                JOIN unnest(:schools, CAST(:years AS int[])) AS k (school_id, year) USING (school_id, year)
                WHERE y.learned_on <= :knownOn ORDER BY y.school_id, y.year, y.learned_on DESC""").bind("knownOn", knownOn);
        return bind(query, keys)
                .map((row, context) ->
                        new Known(new Key(row.getString(1), row.getInt(2)), row.getString(3), row.getString(4)))
                .list();
    }

    private static List<Row> select(Handle tx, Collection<Key> keys, String lock) {
        var query = tx.createQuery("""
                SELECT y.* FROM school_year y
                JOIN unnest(:schools, CAST(:years AS int[])) AS k (school_id, year) USING (school_id, year)
                ORDER BY y.school_id, y.year\s""" + lock);
        return bind(query, keys).map((row, context) -> row(row)).list();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<Key> keys) {
        Columns.bind(statement, "schools", keys, Key::schoolId);
        return Columns.bind(statement, "years", keys, Key::year);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Key(row.getString("school_id"), row.getInt("year")),
                row.getLong("calendar_version"),
                row.getString("calendar"),
                row.getString("submitted"),
                row.getObject("waits_until", LocalDate.class));
    }
}
