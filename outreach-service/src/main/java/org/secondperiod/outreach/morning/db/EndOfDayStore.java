package org.secondperiod.outreach.morning.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.visibility.SchoolScope;

/** What became of a day's calls. */
@ApplicationScoped
public class EndOfDayStore {

    private static final String REACHED = "('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')";

    private static final String OF_DAY = """
             WHERE (:all OR a.school_id = ANY (:schools)) AND a.school_day = CAST(:day AS date) AND a.undone_at IS NULL
            """;

    /** A school's calls, counted. */
    public record Counts(
            String schoolId, int calls, int successful, int madeInError, int knownBefore, int sameCaller) {}

    /**
     * Somebody of whom somebody was reached, not in error, and who had no valid reason to stay away: when they were reached, and came
     * in.
     */
    public record Back(Instant reachedAt, @Nullable Instant inAt) {}

    /** How promises of a school stand. */
    public record Promises(int open, int kept, int notKept) {}

    /** What was dialled, and what came of it. */
    public Map<String, Counts> counts(Handle handle, SchoolScope scope, SchoolDay day) {
        Map<String, Counts> counts = new HashMap<>();
        bound(handle.createQuery("""
                        SELECT a.school_id, count(DISTINCT a.call_id) FILTER (WHERE a.channel = 'OUTGOING_CALL') AS calls,
                            count(DISTINCT a.student_id) FILTER (WHERE a.outcome IN %1$s AND a.reason IS NOT NULL
                                AND a.reason <> 'NOT_SAID') AS successful,
                            count(DISTINCT a.call_id) FILTER (WHERE a.error_cause IS NOT NULL) AS in_error,
                            count(DISTINCT a.student_id) FILTER (WHERE before.called_by IS NOT NULL) AS known_before,
                            count(DISTINCT a.student_id) FILTER (WHERE before.called_by = a.called_by) AS same_caller
                        FROM call_attempt a
                        LEFT JOIN LATERAL (SELECT b.called_by FROM call_attempt b
                            WHERE b.student_id = a.student_id AND b.undone_at IS NULL AND b.outcome IN %1$s
                                AND b.school_day < a.school_day AND a.outcome IN %1$s
                            ORDER BY b.started_at DESC LIMIT 1) AS before ON true
                        """.formatted(REACHED) + OF_DAY + "GROUP BY a.school_id"), scope, day)
                .map((row, context) -> new Counts(
                        row.getString("school_id"),
                        row.getInt("calls"),
                        row.getInt("successful"),
                        row.getInt("in_error"),
                        row.getInt("known_before"),
                        row.getInt("same_caller")))
                .forEach(each -> counts.put(each.schoolId(), each));
        return counts;
    }

    /** Who came in after all, by school. */
    public Map<String, List<Back>> back(Handle handle, SchoolScope scope, SchoolDay day) {
        record Row(String school, Back back) {}
        return bound(handle.createQuery("""
                        SELECT a.school_id, min(a.started_at) AS reached_at,
                            max(CASE WHEN w.state IN ('ARRIVED', 'IN_BUILDING', 'SEEN_IN_SCHOOL')
                                THEN coalesce(t.arrived_at, w.scan_at, w.since) END) AS in_at
                        FROM call_attempt a
                        JOIN whereabouts w ON w.school_id = a.school_id AND w.school_day = a.school_day
                            AND w.student_id = a.student_id
                        LEFT JOIN call_task t ON t.school_id = a.school_id AND t.school_day = a.school_day
                            AND t.student_id = a.student_id
                        """ + OF_DAY + "AND a.outcome IN " + REACHED + """
                         GROUP BY a.school_id, a.student_id
                        HAVING NOT coalesce(bool_or(a.result = 'WILL_NOT_COME_VALID_REASON'), false)
                            AND (array_agg(a.error_cause ORDER BY a.started_at))[1] IS NULL
                        """), scope, day)
                .map((row, context) -> {
                    OffsetDateTime in = row.getObject("in_at", OffsetDateTime.class);
                    return new Row(
                            row.getString("school_id"),
                            new Back(
                                    row.getObject("reached_at", OffsetDateTime.class)
                                            .toInstant(),
                                    in == null ? null : in.toInstant()));
                })
                .stream()
                .collect(groupingBy(Row::school, mapping(Row::back, toList())));
    }

    /** Promises that were made on the day, or were due on it by the school's clock. */
    public Map<String, Promises> promises(Handle handle, SchoolScope scope, SchoolDay day) {
        Map<String, Promises> promises = new HashMap<>();
        bound(handle.createQuery("""
                        SELECT p.school_id, count(*) FILTER (WHERE p.state = 'OPEN') AS open,
                            count(*) FILTER (WHERE p.state = 'KEPT') AS kept,
                            count(*) FILTER (WHERE p.state = 'NOT_KEPT') AS not_kept
                        FROM promise p JOIN school s ON s.school_id = p.school_id
                        WHERE (:all OR p.school_id = ANY (:schools)) AND (p.school_day = CAST(:day AS date)
                            OR CAST(p.due_at AT TIME ZONE (s.settings ->> 'zone') AS date) = CAST(:day AS date))
                        GROUP BY p.school_id
                        """), scope, day)
                .map((row, context) -> Map.entry(
                        row.getString("school_id"),
                        new Promises(row.getInt("open"), row.getInt("kept"), row.getInt("not_kept"))))
                .forEach(entry -> promises.put(entry.getKey(), entry.getValue()));
        return promises;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SchoolScope scope, SchoolDay day) {
        Columns.bind(statement, "schools", scope.schools());
        return statement.bind("all", scope.all()).bind("day", day.toString());
    }
}
