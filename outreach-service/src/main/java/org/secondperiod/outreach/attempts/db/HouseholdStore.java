package org.secondperiod.outreach.attempts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Who is missing too in a household: students who share a contact or a number. */
@ApplicationScoped
public class HouseholdStore {

    private static final String MISSING_TOO = """
            SELECT DISTINCT t.student_id, t.school_id, t.school_day
            FROM unnest(CAST(:students AS text[])) AS k(id) CROSS JOIN LATERAL household_of(k.id) AS h(other_id)
            JOIN call_task t ON t.student_id = h.other_id AND t.school_day = CAST(:day AS date)
                AND t.state IN ('OPEN', 'CLAIMED')
            WHERE t.student_id <> ALL (:students)
            """;

    /** Other students of these students' households whose families are still to be called on that day, at any school. */
    public List<StudentAtSchool> missingToo(Handle tx, Collection<StudentId> students, SchoolDay day) {
        var query = tx.createQuery(MISSING_TOO);
        Columns.bind(query, "students", students);
        return query.bind("day", day.toString())
                .map((row, context) -> student(row))
                .list();
    }

    /** Whose tasks were taken out of the queue on that day at that time, because this call reached the household. */
    public List<StudentAtSchool> takenOut(Handle tx, SchoolDay day, Instant at, String attemptId) {
        return tx.createQuery("""
                        SELECT t.student_id, t.school_id, t.school_day FROM follow_up f JOIN call_task t
                            ON t.student_id = f.student_id AND t.school_id = f.school_id AND t.school_day = f.school_day
                        WHERE f.attempt_id = :attempt AND f.kind = 'ASK_ABOUT_A_SIBLING'
                            AND t.school_day = CAST(:day AS date) AND t.household_reached_at = CAST(:at AS timestamptz)
                        """)
                .bind("attempt", attemptId)
                .bind("day", day.toString())
                .bind("at", at.toString())
                .map((row, context) -> student(row))
                .list();
    }

    private static StudentAtSchool student(ResultSet row) throws SQLException {
        return new StudentAtSchool(
                new StudentId(row.getString(1)),
                new SchoolId(row.getString(2)),
                SchoolDay.of(row.getObject(3, LocalDate.class)));
    }
}
