package org.secondperiod.outreach.whereabouts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.SubmittedStore.Signal;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Has conclusions looked at again because something changed for a whole school, or all the students of a class, or at a time. */
@ApplicationScoped
public class LookAgainStore {

    private static final String OF_SCHOOL = """
            UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz) WHERE w.school_id = :school
            """;

    /** Sees to it that a conclusion is looked at by then. */
    public void noLaterThan(Handle tx, StudentAtSchool of, Instant then) {
        tx.createUpdate(LookAgainQueue.queueing("""
                        UPDATE whereabouts w SET look_again_at = least(w.look_again_at, CAST(:then AS timestamptz))
                        WHERE w.school_id = :school AND w.school_day = CAST(:day AS date) AND w.student_id = :student
                        """))
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .bind("student", of.student().value())
                .bind("then", then.toString())
                .execute();
    }

    /** A school's settings changed: what is not past, what lacked them, and the days whose calendar entry is another. */
    public void settingsChanged(
            Handle tx, SchoolId school, LocalDate today, Collection<LocalDate> otherDays, Instant now) {
        var update = tx.createUpdate(LookAgainQueue.queueing(OF_SCHOOL + """
                AND (w.school_day >= CAST(:today AS date) OR w.state IS NULL OR w.state = 'NO_SCHOOL'
                    OR w.school_day = ANY (CAST(:otherDays AS date[])))
                """));
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
        var update = tx.createUpdate(LookAgainQueue.queueing("""
                UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz)
                FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[]), CAST(:classes AS text[]),
                    CAST(:withdrawn AS boolean[])) AS k(school_id, school_day, class_id, withdrawn)
                WHERE w.school_id = k.school_id AND w.school_day = k.school_day
                    AND (w.state IS NULL OR w.state IN ('WAITING', 'HELD') OR w.state = 'NOT_ABSENT' AND k.withdrawn)
                    AND (k.class_id IS NULL OR EXISTS (SELECT 1 FROM enrolment e
                        WHERE e.student_id = w.student_id AND e.school_id = w.school_id
                            AND k.class_id = ANY (e.class_ids)))
                """));
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
            var update = tx.createUpdate(LookAgainQueue.queueing("""
                    UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz)
                    WHERE w.school_id = ANY (:schools) AND w.school_day >= CAST(:since AS date)
                        AND w.state = ANY (:states)
                    """));
            Columns.bind(update, "schools", schools);
            Columns.bind(update, "states", states)
                    .bind("since", since.toString())
                    .bind("now", now.toString())
                    .execute();
        }
    }

    /** Students' rosters changed: what is not past, what was not or is no longer covered by an enrolment. */
    public void rostersChanged(Handle tx, Collection<StudentId> students, LocalDate today, Instant now) {
        var update = tx.createUpdate(LookAgainQueue.queueing("""
                UPDATE whereabouts w SET look_again_at = CAST(:now AS timestamptz)
                WHERE w.student_id = ANY (:students)
                    AND (w.school_day >= CAST(:today AS date) OR w.state IS NULL OR w.state = 'NOT_ENROLLED'
                        OR NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.student_id = w.student_id
                            AND e.school_id = w.school_id AND w.school_day BETWEEN e.entry_day AND e.exit_day))
                """));
        Columns.bind(update, "students", students)
                .bind("today", today.toString())
                .bind("now", now.toString())
                .execute();
    }

    /** A lead decided of a hold, or mass absence began or ended: who is held, or would be. */
    public void holdsChanged(Handle tx, SchoolOnDay day, Instant now) {
        tx.createUpdate(LookAgainQueue.queueing(
                        OF_SCHOOL + "AND w.school_day = CAST(:day AS date) AND w.state IN ('HELD', 'UNACCOUNTED')"))
                .bind("school", day.school().value())
                .bind("day", day.day().toString())
                .bind("now", now.toString())
                .execute();
    }
}
