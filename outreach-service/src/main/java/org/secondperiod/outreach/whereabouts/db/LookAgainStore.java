package org.secondperiod.outreach.whereabouts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.SubmittedStore.Signal;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * What has to be looked at again: because its time has come, or because something changed for a whole school. The changes
 * are made while the schools' locks are held alone.
 */
@ApplicationScoped
public class LookAgainStore {

    private static final String OF_SCHOOL = """
            UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz) WHERE w.school_id = :school
            """;

    private static final String IS_IT =
            "w.school_id = :school AND w.school_day = CAST(:day AS date) AND w.student_id = :student";

    /** What is due, those marked absent first. */
    public List<StudentAtSchool> due(Handle tx, Instant now, int limit) {
        return list(tx.createQuery("""
                        (SELECT student_id, school_id, school_day FROM whereabouts
                            WHERE marked_absent AND look_again_at <= CAST(:now AS timestamptz)
                            ORDER BY look_again_at, school_id LIMIT :limit)
                        UNION ALL
                        (SELECT student_id, school_id, school_day FROM whereabouts
                            WHERE NOT marked_absent AND look_again_at <= CAST(:now AS timestamptz)
                            ORDER BY look_again_at, school_id LIMIT :limit)
                        LIMIT :limit
                        """).bind("now", now.toString()).bind("limit", limit));
    }

    /** Of these, what is still due and is not being decided by somebody else; locked until the transaction ends. */
    public List<StudentAtSchool> lockDue(Handle tx, Collection<StudentAtSchool> due, Instant now) {
        var query = tx.createQuery("""
                SELECT w.student_id, w.school_id, w.school_day
                FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                    AS k(student_id, school_id, school_day)
                JOIN whereabouts w
                    ON w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
                WHERE w.look_again_at <= CAST(:now AS timestamptz)
                FOR UPDATE OF w SKIP LOCKED
                """);
        Columns.bind(query, "students", due, StudentAtSchool::student);
        Columns.bind(query, "schools", due, StudentAtSchool::school);
        Columns.bind(query, "days", due, StudentAtSchool::day);
        return list(query.bind("now", now.toString()));
    }

    /** Locks a conclusion, unless somebody else has it. */
    public boolean lockUnlessTaken(Handle tx, StudentAtSchool of) {
        return of(tx.createQuery("SELECT 1 FROM whereabouts w WHERE " + IS_IT + " FOR UPDATE SKIP LOCKED"), of)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Sees to it that a conclusion is looked at by then. */
    public void noLaterThan(Handle tx, StudentAtSchool of, Instant then) {
        of(
                        tx.createUpdate("UPDATE whereabouts w SET look_again_at = least(w.look_again_at,"
                                + " CAST(:then AS timestamptz)) WHERE " + IS_IT),
                        of)
                .bind("then", then.toString())
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(S statement, StudentAtSchool of) {
        return statement
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .bind("student", of.student().value());
    }

    /** The oldest time at which something is to be looked at. */
    public Optional<Instant> oldest(Handle tx) {
        return tx.createQuery("""
                        SELECT least(
                            (SELECT min(look_again_at) FROM whereabouts WHERE marked_absent AND look_again_at IS NOT NULL),
                            (SELECT min(look_again_at) FROM whereabouts WHERE NOT marked_absent AND look_again_at IS NOT NULL))
                        """)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .one()
                .map(OffsetDateTime::toInstant);
    }

    /** A school's settings changed: what is not past, what lacked them, and the days whose calendar entry is another. */
    public void settingsChanged(
            Handle tx, SchoolId school, LocalDate today, Collection<LocalDate> otherDays, Instant now) {
        var update = tx.createUpdate(OF_SCHOOL + """
                AND (w.school_day >= CAST(:today AS date) OR w.state IS NULL OR w.state = 'NO_SCHOOL'
                    OR w.school_day = ANY (CAST(:otherDays AS date[])))
                """);
        Columns.bind(update, "otherDays", otherDays)
                .bind("school", school.value())
                .bind("today", today.toString())
                .bind("now", now.toString())
                .execute();
    }

    /** Classes or schools submitted their attendance, or took it back. */
    public void submitted(Handle tx, Collection<Signal> signals, Instant now) {
        if (signals.isEmpty()) {
            return;
        }
        var update = tx.createUpdate("""
                UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz)
                FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[]), CAST(:classes AS text[]),
                    CAST(:withdrawn AS boolean[])) AS k(school_id, school_day, class_id, withdrawn)
                WHERE w.school_id = k.school_id AND w.school_day = k.school_day
                    AND (w.state IS NULL OR w.state IN ('WAITING', 'HELD') OR w.state = 'NOT_ABSENT' AND k.withdrawn)
                    AND (k.class_id IS NULL OR EXISTS (SELECT 1 FROM enrolment e
                        WHERE e.student_id = w.student_id AND e.school_id = w.school_id
                            AND k.class_id = ANY (e.class_ids)))
                """);
        Columns.bind(update, "schools", signals, signal -> signal.at().school());
        Columns.bind(update, "days", signals, signal -> signal.at().day());
        Columns.bind(update, "classes", signals, signal -> signal.taken().classId());
        Columns.bind(update, "withdrawn", signals, signal -> signal.taken().withdrawn());
        update.bind("now", now.toString()).execute();
    }

    /** Readers were set up in another way. */
    public void doorsChanged(Handle tx, Collection<SchoolId> schools, LocalDate since, Instant now) {
        ofSchools(tx, schools, since, List.of("HELD", "UNACCOUNTED", "WAITING", "ARRIVED", "IN_BUILDING"), now);
    }

    /** Readers that had been silent were heard from. */
    public void doorsHeardAgain(Handle tx, Collection<SchoolId> schools, LocalDate since, Instant now) {
        ofSchools(tx, schools, since, List.of("HELD"), now);
    }

    private static void ofSchools(
            Handle tx, Collection<SchoolId> schools, LocalDate since, List<String> states, Instant now) {
        if (!schools.isEmpty()) {
            var update = tx.createUpdate("""
                    UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz)
                    WHERE w.school_id = ANY (:schools) AND w.school_day >= CAST(:since AS date)
                        AND w.state = ANY (:states)
                    """);
            Columns.bind(update, "schools", schools);
            Columns.bind(update, "states", states)
                    .bind("since", since.toString())
                    .bind("now", now.toString())
                    .execute();
        }
    }

    /** Students' rosters changed: what is not past, what was not or is no longer covered by an enrolment. */
    public void rostersChanged(Handle tx, Collection<StudentId> students, LocalDate today, Instant now) {
        var update = tx.createUpdate("""
                UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz)
                WHERE w.student_id = ANY (:students)
                    AND (w.school_day >= CAST(:today AS date) OR w.state IS NULL OR w.state = 'NOT_ENROLLED'
                        OR NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.student_id = w.student_id
                            AND e.school_id = w.school_id AND w.school_day BETWEEN e.entry_day AND e.exit_day))
                """);
        Columns.bind(update, "students", students)
                .bind("today", today.toString())
                .bind("now", now.toString())
                .execute();
    }

    /** A lead decided of a hold, or mass absence began or ended: who is held, or would be. */
    public void holdsChanged(Handle tx, SchoolOnDay day, Instant now) {
        tx.createUpdate(OF_SCHOOL + "AND w.school_day = CAST(:day AS date) AND w.state IN ('HELD', 'UNACCOUNTED')")
                .bind("school", day.school().value())
                .bind("day", day.day().toString())
                .bind("now", now.toString())
                .execute();
    }

    private static List<StudentAtSchool> list(Query query) {
        return query.map((row, context) -> new StudentAtSchool(
                        new StudentId(row.getString(1)),
                        new SchoolId(row.getString(2)),
                        SchoolDay.of(row.getObject(3, LocalDate.class))))
                .list();
    }
}
