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

/** Who is missing too in a household: students who share a number. */
@ApplicationScoped
public class HouseholdStore {

    /** A number of more students than this is an office's or a home's, and makes no household. */
    private static final int LARGEST = 12;

    private static final String MISSING_TOO = """
            SELECT DISTINCT t.student_id, t.school_id, t.school_day
            FROM student_number mine JOIN student_number theirs
                ON theirs.entry = mine.entry AND theirs.student_id <> mine.student_id
            JOIN call_task t ON t.student_id = theirs.student_id AND t.school_day = CAST(:day AS date)
                AND t.state IN ('OPEN', 'CLAIMED')
            WHERE mine.student_id = ANY (:students) AND t.student_id <> ALL (:students)
                AND (SELECT count(*) FROM student_number n WHERE n.entry = mine.entry) <= :largest
            """;

    /** Other students of these students' households whose families are still to be called on that day, at any school. */
    public List<StudentAtSchool> missingToo(Handle tx, Collection<StudentId> students, SchoolDay day) {
        var query = tx.createQuery(MISSING_TOO);
        Columns.bind(query, "students", students);
        return query.bind("day", day.toString())
                .bind("largest", LARGEST)
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
