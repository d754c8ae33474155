package org.secondperiod.outreach.join.db;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore.Covered;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.LookAgainQueue;

/** At which schools and on which days students are concerned by something. */
@ApplicationScoped
public class ConcernStore {

    /** The schools where these students are, or were once concluded on. */
    public Set<SchoolId> schoolsOf(Handle tx, Collection<StudentId> students) {
        if (students.isEmpty()) {
            return Set.of();
        }
        var query = tx.createQuery("""
                SELECT school_id FROM enrolment WHERE student_id = ANY (:students)
                UNION SELECT school_id FROM whereabouts WHERE student_id = ANY (:students)
                """);
        return Columns.bind(query, "students", students).mapTo(String.class).list().stream()
                .map(SchoolId::new)
                .collect(toSet());
    }

    /** Whether it is a student of the school on that day: enrolled, or concluded on as one who was. */
    public boolean isStudentOf(Handle handle, StudentAtSchool of) {
        return handle.createQuery("""
                        SELECT 1 FROM enrolment WHERE student_id = :student AND school_id = :school
                            AND CAST(:day AS date) BETWEEN entry_day AND exit_day
                        UNION ALL SELECT 1 FROM whereabouts WHERE student_id = :student AND school_id = :school
                            AND school_day = CAST(:day AS date) AND state <> 'NOT_ENROLLED'
                        LIMIT 1""")
                .bind("student", of.student().value())
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /**
     * The schools where these students are enrolled on these days, or were concluded on already. Enrolments are looked up student by
     * student ({@code OFFSET 0}): with the days among its conditions the planner takes the index of schools, and skips through
     * every school of the district for each student.
     */
    public List<StudentAtSchool> on(Handle tx, Collection<StudentDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        var query = tx.createQuery("""
                WITH k AS (SELECT * FROM unnest(CAST(:students AS text[]), CAST(:days AS date[]))
                    AS u(student_id, school_day))
                SELECT k.student_id, e.school_id, k.school_day FROM k CROSS JOIN LATERAL
                    (SELECT * FROM enrolment e WHERE e.student_id = k.student_id OFFSET 0) AS e
                    WHERE k.school_day BETWEEN e.entry_day AND e.exit_day
                UNION
                SELECT k.student_id, w.school_id, k.school_day FROM k JOIN whereabouts w
                    ON w.student_id = k.student_id AND w.school_day = k.school_day
                """);
        Columns.bind(query, "students", days, StudentDay::student);
        Columns.bind(query, "days", days, StudentDay::day);
        return list(query);
    }

    /** What was concluded of these students in these spans. */
    public List<StudentAtSchool> within(Handle tx, Collection<Covered> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        var query = tx.createQuery("""
                SELECT DISTINCT w.student_id, w.school_id, w.school_day
                FROM unnest(CAST(:students AS text[]), CAST(:from AS date[]), CAST(:to AS date[]))
                    AS k(student_id, from_day, to_day)
                JOIN whereabouts w ON w.student_id = k.student_id AND w.school_day BETWEEN k.from_day AND k.to_day
                """);
        Columns.bind(query, "students", spans, Covered::student);
        Columns.bind(query, "from", spans, Covered::from);
        Columns.bind(query, "to", spans, Covered::to);
        return list(query);
    }

    /**
     * Makes rows for students who are now enrolled where a day is open, or where facts of theirs have been waiting.
     *
     * @param since of no earlier day, even where one was never closed: what was concluded of it is purged
     */
    public void enrol(Handle tx, Collection<StudentId> students, LocalDate since, Instant now) {
        var insert = tx.createUpdate(LookAgainQueue.queueing("""
                INSERT INTO whereabouts AS w (student_id, school_id, school_day, look_again_at)
                SELECT n.student_id, n.school_id, n.school_day, CAST(:now AS timestamptz) FROM (
                    SELECT e.student_id, e.school_id, d.school_day FROM enrolment e JOIN school_day d
                        ON d.school_id = e.school_id AND d.opened_at IS NOT NULL AND d.closed_at IS NULL
                        AND d.school_day BETWEEN e.entry_day AND e.exit_day AND d.school_day >= CAST(:since AS date)
                        WHERE e.student_id = ANY (:students)
                    UNION
                    SELECT e.student_id, e.school_id, f.school_day FROM enrolment e JOIN student_day f
                        ON f.student_id = e.student_id AND f.school_day BETWEEN e.entry_day AND e.exit_day
                        AND f.school_day >= CAST(:since AS date)
                        WHERE e.student_id = ANY (:students)) AS n
                ORDER BY n.school_id, n.school_day, n.student_id
                ON CONFLICT DO NOTHING
                """));
        Columns.bind(insert, "students", students)
                .bind("since", since.toString())
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
