package org.secondperiod.outreach.schooldays.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/** Schools' days: opened in the morning, judged as a whole while calls may open, closed at the end. */
@ApplicationScoped
public class SchoolDayStore {

    private static final String SELECT = """
            SELECT d.* FROM (SELECT DISTINCT * FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[])))
                AS k(school_id, school_day)
            JOIN school_day d ON d.school_id = k.school_id AND d.school_day = k.school_day
            """;

    private static final String INSERT_MISSING = """
            INSERT INTO school_day (school_id, school_day)
            SELECT DISTINCT * FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[])) ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            """;

    private static final String OPEN = """
            INSERT INTO school_day (school_id, school_day, opened_at, ends_at)
            VALUES (:school, CAST(:day AS date), CAST(:now AS timestamptz), CAST(:endsAt AS timestamptz))
            ON CONFLICT (school_id, school_day) DO UPDATE
            SET opened_at = coalesce(school_day.opened_at, excluded.opened_at), ends_at = excluded.ends_at
            """;

    /** Of these, the days that were opened. */
    public Set<SchoolOnDay> opened(Handle tx, Collection<SchoolOnDay> days) {
        return new HashSet<>(keys(tx.createQuery(SELECT + "WHERE d.opened_at IS NOT NULL"), days));
    }

    /** Opens a day, or says that it ends at another time. */
    public void open(Handle tx, SchoolOnDay day, Instant endsAt, Instant now) {
        tx.createUpdate(OPEN)
                .bind("school", day.school().value())
                .bind("day", day.day().toString())
                .bind("endsAt", endsAt.toString())
                .bind("now", now.toString())
                .execute();
    }

    /** Of these, the days of mass absence. */
    public Set<SchoolOnDay> withMassAbsence(Handle tx, Collection<SchoolOnDay> days) {
        return new HashSet<>(keys(tx.createQuery(SELECT + "WHERE d.mass_absence"), days));
    }

    /**
     * Locks days, so that one transaction at a time judges them as a whole.
     *
     * @return whether each was one of mass absence
     */
    public Map<SchoolOnDay, Boolean> lock(Handle tx, Collection<SchoolOnDay> days) {
        var insert = tx.createUpdate(INSERT_MISSING);
        Columns.bind(insert, "schools", days, SchoolOnDay::school);
        Columns.bind(insert, "days", days, SchoolOnDay::day);
        insert.execute();
        var query = tx.createQuery(SELECT + "ORDER BY d.school_id, d.school_day FOR UPDATE OF d");
        Columns.bind(query, "schools", days, SchoolOnDay::school);
        Columns.bind(query, "days", days, SchoolOnDay::day);
        Map<SchoolOnDay, Boolean> mass = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        key(row.getString("school_id"), row.getObject("school_day", LocalDate.class)),
                        row.getBoolean("mass_absence")))
                .forEach(entry -> mass.put(entry.getKey(), entry.getValue()));
        return mass;
    }

    /** Mass absence began or ended on these days; their students are to be looked at again. */
    public void turn(Handle tx, Collection<SchoolOnDay> days, boolean massAbsence) {
        if (!days.isEmpty()) {
            var update = tx.createUpdate("""
                    UPDATE school_day d SET mass_absence = :mass, turned = true
                    FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[])) AS k(school_id, school_day)
                    WHERE d.school_id = k.school_id AND d.school_day = k.school_day
                    """);
            Columns.bind(update, "schools", days, SchoolOnDay::school);
            Columns.bind(update, "days", days, SchoolOnDay::day);
            update.bind("mass", massAbsence).execute();
        }
    }

    /** The days whose students are still to be looked at again because mass absence began or ended. */
    public List<SchoolOnDay> turned(Handle tx) {
        return list(tx.createQuery("SELECT * FROM school_day WHERE turned ORDER BY school_id, school_day"));
    }

    /** They have been sent to be looked at. */
    public void settle(Handle tx, SchoolOnDay day) {
        tx.createUpdate("""
                        UPDATE school_day SET turned = false WHERE school_id = :school AND school_day = CAST(:day AS date)
                        """)
                .bind("school", day.school().value())
                .bind("day", day.day().toString())
                .execute();
    }

    /** Opened days that have ended and are not closed; locked, those that others are closing left out. */
    public List<SchoolOnDay> ended(Handle tx, Instant now) {
        return list(tx.createQuery("""
                        SELECT * FROM school_day
                        WHERE opened_at IS NOT NULL AND closed_at IS NULL AND ends_at <= CAST(:now AS timestamptz)
                        ORDER BY school_id, school_day LIMIT 100 FOR UPDATE SKIP LOCKED
                        """).bind("now", now.toString()));
    }

    /** Closes a day and keeps its final share of absent students; none if it was no day of school after all. */
    public void close(Handle tx, SchoolOnDay day, @Nullable BigDecimal absentShare, Instant now) {
        tx.createUpdate("""
                        UPDATE school_day SET closed_at = CAST(:now AS timestamptz), absent_share = :share
                        WHERE school_id = :school AND school_day = CAST(:day AS date)
                        """)
                .bind("school", day.school().value())
                .bind("day", day.day().toString())
                .bind("share", absentShare)
                .bind("now", now.toString())
                .execute();
    }

    private static List<SchoolOnDay> keys(Query query, Collection<SchoolOnDay> days) {
        Columns.bind(query, "schools", days, SchoolOnDay::school);
        Columns.bind(query, "days", days, SchoolOnDay::day);
        return list(query);
    }

    private static List<SchoolOnDay> list(Query query) {
        return query.map(
                        (row, context) -> key(row.getString("school_id"), row.getObject("school_day", LocalDate.class)))
                .list();
    }

    private static SchoolOnDay key(String school, LocalDate day) {
        return new SchoolOnDay(new SchoolId(school), SchoolDay.of(day));
    }
}
