package org.secondperiod.outreach.households.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.households.Sibling;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Households, as far as the transaction may see them. */
@ApplicationScoped
public class HouseholdStore {

    /** The others of the household who have a task on the day, in the order in which their rows are locked. */
    public List<Sibling> onTheList(Handle handle, StudentAtSchool of) {
        return handle.createQuery("""
                        SELECT t.* FROM household_of(:student) AS h(other_id) JOIN call_task t ON t.student_id = h.other_id
                        WHERE t.school_day = CAST(:day AS date)
                        ORDER BY t.school_id, t.school_day, t.student_id
                        """)
                .bind("student", of.student().value())
                .bind("day", of.day().toString())
                .map((row, context) -> sibling(row))
                .list();
    }

    /** The others of the household. */
    public Set<StudentId> others(Handle handle, StudentId student) {
        return handle
                .createQuery("SELECT household_of(:student)")
                .bind("student", student.value())
                .mapTo(String.class)
                .stream()
                .map(StudentId::new)
                .collect(toSet());
    }

    /** The others of each of these students' households, where there are any. */
    public Map<StudentId, Set<StudentId>> others(Handle handle, Collection<StudentId> students) {
        var query = handle.createQuery("""
                SELECT k.id, h.other_id FROM unnest(CAST(:students AS text[])) AS k(id)
                CROSS JOIN LATERAL household_of(k.id) AS h(other_id)
                """);
        Columns.bind(query, "students", students);
        return byStudent(query);
    }

    /**
     * Of these students' households, and of theirs in turn: who is reached by the same call, by student, as far as they have a task on the
     * day at one of the schools.
     */
    public Map<StudentId, Set<StudentId>> onTheListTogether(
            Handle handle, Collection<StudentId> students, SchoolDay day, Schools at) {
        var query = handle.createQuery("""
                WITH RECURSIVE together(student_id, other_id) AS (
                    SELECT k.id, h.other_id FROM unnest(CAST(:students AS text[])) AS k(id)
                    CROSS JOIN LATERAL household_of(k.id) AS h(other_id)
                    WHERE EXISTS (SELECT FROM call_task t WHERE t.student_id = h.other_id
                        AND t.school_day = CAST(:day AS date) AND (:all OR t.school_id = ANY (:schools)))
                    UNION
                    SELECT s.other_id, h.other_id FROM together s
                    CROSS JOIN LATERAL household_of(s.other_id) AS h(other_id)
                    WHERE EXISTS (SELECT FROM call_task t WHERE t.student_id = h.other_id
                        AND t.school_day = CAST(:day AS date) AND (:all OR t.school_id = ANY (:schools))))
                SELECT student_id, other_id FROM together
                """);
        Columns.bind(query, "students", students);
        Columns.bind(query, "schools", at.ids());
        return byStudent(query.bind("day", day.toString()).bind("all", at.all()));
    }

    private static Map<StudentId, Set<StudentId>> byStudent(Query pairs) {
        return pairs
                .map((row, context) -> Map.entry(new StudentId(row.getString(1)), new StudentId(row.getString(2))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private static Sibling sibling(ResultSet row) throws SQLException {
        OffsetDateTime lease = row.getObject("lease_until", OffsetDateTime.class);
        return new Sibling(
                row.getString("task_id"),
                new StudentAtSchool(
                        new StudentId(row.getString("student_id")),
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                TaskState.valueOf(row.getString("state")),
                row.getString("claimed_by"),
                lease == null ? null : lease.toInstant());
    }
}
