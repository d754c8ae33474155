package org.secondperiod.reporting.contacts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.contacts.Logged;
import org.secondperiod.reporting.facts.StudentDay;

/** Calls and tasks, as far as the request may see them: the database shows no other rows. What was taken back is not there. */
@ApplicationScoped
public class ContactStore {

    private static final String CALLS = """
            SELECT * FROM call WHERE NOT undone AND school_day BETWEEN :from AND :to AND %s
            ORDER BY called_at, school_id, student_id, call_id""";

    /** Who had to be called: a task that was not withdrawn or closed by an arrival before anybody called. */
    private static final String UNTRIED = """
            SELECT t.student_id, t.school_id, t.school_day FROM call_task t
            WHERE t.school_day BETWEEN :from AND :to AND t.state NOT IN ('ARRIVED', 'WITHDRAWN') AND %s
                AND NOT EXISTS (SELECT FROM call c WHERE c.task_id = t.task_id AND NOT c.undone)
            ORDER BY t.school_day, t.school_id, t.student_id""";

    public boolean knows(Handle tx, String student) {
        return tx.createQuery("SELECT EXISTS (SELECT FROM student_year WHERE student_id = :student)")
                .bind("student", student)
                .mapTo(Boolean.class)
                .one();
    }

    public List<Logged> ofStudent(Handle tx, String student, LocalDate from, LocalDate to) {
        return tx.createQuery(CALLS.formatted("student_id = :student"))
                .bind("student", student)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> logged(row))
                .list();
    }

    public List<StudentDay> untriedOfStudent(Handle tx, String student, LocalDate from, LocalDate to) {
        return tx.createQuery(UNTRIED.formatted("t.student_id = :student"))
                .bind("student", student)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> day(row))
                .list();
    }

    public List<Logged> ofDay(Handle tx, List<String> schools, LocalDate day) {
        return tx.createQuery(CALLS.formatted("school_id = ANY(:schools)"))
                .bindArray("schools", String.class, schools)
                .bind("from", day)
                .bind("to", day)
                .map((row, context) -> logged(row))
                .list();
    }

    public List<StudentDay> untriedOfDay(Handle tx, List<String> schools, LocalDate day) {
        return tx.createQuery(UNTRIED.formatted("t.school_id = ANY(:schools)"))
                .bindArray("schools", String.class, schools)
                .bind("from", day)
                .bind("to", day)
                .map((row, context) -> day(row))
                .list();
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getString("call_id"),
                day(row),
                row.getString("channel"),
                row.getBoolean("outgoing"),
                row.getObject("called_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getString("result"),
                row.getString("reason"),
                instant(row, "coming_by"),
                row.getString("next_step"),
                row.getString("called_by"),
                row.getString("in_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static StudentDay day(ResultSet row) throws SQLException {
        return new StudentDay(
                row.getString("student_id"), row.getString("school_id"), row.getObject("school_day", LocalDate.class));
    }
}
