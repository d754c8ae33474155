package org.secondperiod.outreach.morning.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.morning.Owed;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Whose family is to be told of an absence, a lateness, or that the student was in no class, and was reached by nobody on that day: neither
 * a student who was reached nor a message counts. Of a student of age whom the district calls first, the notice is the student's own. A student
 * with a present mark in a later period is in school, and not among them.
 */
@ApplicationScoped
public class OwedStore {

    private static final String OWED = """
            WITH owed AS (
                SELECT w.student_id, w.school_id, w.school_day,
                    CASE w.state WHEN 'ARRIVED' THEN 'LATE' WHEN 'IN_BUILDING' THEN 'NOT_IN_CLASS'
                        WHEN 'NOT_ABSENT' THEN 'LATE' ELSE 'ABSENT' END AS kind
                FROM whereabouts w
                WHERE (:all OR w.school_id = ANY (:schools)) AND w.school_day = CAST(:day AS date)
                    AND (w.state IN ('UNACCOUNTED', 'ARRIVED', 'IN_BUILDING') OR w.state = 'HELD' AND w.marked_absent
                        OR w.state = 'NOT_ABSENT' AND EXISTS (
                            SELECT FROM student_day d CROSS JOIN LATERAL jsonb_array_elements(d.facts -> 'marks') AS m
                            WHERE d.student_id = w.student_id AND d.school_day = w.school_day
                                AND m ->> 'school' = w.school_id AND m ->> 'period' = w.mark_period
                                AND m ->> 'kind' = 'TARDY' AND m ->> 'withdrawn' = 'false'))
                    AND NOT EXISTS (
                        SELECT FROM call_attempt a WHERE a.student_id = w.student_id AND a.school_day = w.school_day
                            AND a.undone_at IS NULL AND (a.outcome = 'REACHED_GUARDIAN' OR a.outcome = 'REACHED_STUDENT'
                                AND EXISTS (SELECT FROM person p WHERE p.student_id = w.student_id AND p.student_first))))
            """;

    /** A place in the list. */
    public record After(String schoolId, String studentId) {

        public static final After NOTHING = new After("", "");
    }

    /** A page of them, by school and student. */
    public List<Owed> page(Handle handle, SchoolScope scope, SchoolDay day, After after, int limit) {
        return bound(handle.createQuery(OWED + """
                        SELECT o.*,
                            (SELECT count(*) FROM call_attempt a WHERE a.student_id = o.student_id AND a.school_day = o.school_day
                                AND a.undone_at IS NULL AND a.channel = 'OUTGOING_CALL') AS tried,
                            (SELECT a.outcome FROM call_attempt a WHERE a.student_id = o.student_id
                                AND a.school_day = o.school_day AND a.undone_at IS NULL AND a.channel = 'OUTGOING_CALL'
                                ORDER BY a.started_at DESC LIMIT 1) AS last_outcome
                        FROM owed o
                        WHERE (o.school_id, o.student_id) > (:afterSchool COLLATE "C", :afterStudent COLLATE "C")
                        ORDER BY o.school_id, o.student_id LIMIT :limit
                        """), scope, day)
                .bind("afterSchool", after.schoolId())
                .bind("afterStudent", after.studentId())
                .bind("limit", limit)
                .map((row, context) -> new Owed(
                        new StudentAtSchool(
                                new StudentId(row.getString("student_id")),
                                new SchoolId(row.getString("school_id")),
                                SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                        Owed.Kind.valueOf(row.getString("kind")),
                        row.getInt("tried"),
                        row.getString("last_outcome") == null ? null : Outcome.valueOf(row.getString("last_outcome"))))
                .list();
    }

    /** How many there are at each school. */
    public Map<String, Integer> count(Handle handle, SchoolScope scope, SchoolDay day) {
        Map<String, Integer> counts = new TreeMap<>();
        bound(handle.createQuery(OWED + "SELECT school_id, count(*) AS n FROM owed GROUP BY school_id"), scope, day)
                .map((row, context) -> Map.entry(row.getString("school_id"), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SchoolScope scope, SchoolDay day) {
        Columns.bind(statement, "schools", scope.schools());
        return statement.bind("all", scope.all()).bind("day", day.toString());
    }
}
