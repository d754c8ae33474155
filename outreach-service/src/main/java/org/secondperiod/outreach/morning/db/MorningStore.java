package org.secondperiod.outreach.morning.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.visibility.SchoolScope;

/** What the day's calls are made of. */
@ApplicationScoped
public class MorningStore {

    /** Calls and conversations that count: what was taken back never was. */
    private static final String CALLS = """
            WITH call AS (SELECT * FROM call_attempt WHERE (:all OR school_id = ANY (:schools))
                AND school_day = CAST(:day AS date) AND undone_at IS NULL),
            reach AS (SELECT * FROM call WHERE outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER'))
            """;

    /**
     * A task of the day.
     *
     * @param calledAt when somebody called first about the student, or talked with the family
     * @param reachedAt when somebody was reached first
     */
    public record Row(
            String schoolId,
            TaskState state,
            boolean attempted,
            Instant openedAt,
            @Nullable Instant cutOff,
            @Nullable Instant callAgainAt,
            @Nullable Instant calledAt,
            @Nullable Instant reachedAt) {

        /** Whether the family was to be called: it did not end by itself before anybody had. */
        public boolean wasToBeCalled() {
            return attempted || calledAt != null || state != TaskState.ARRIVED && state != TaskState.WITHDRAWN;
        }

        /** Whether nobody has called yet, and somebody should. */
        public boolean isUncalled() {
            return !attempted && calledAt == null && (state == TaskState.OPEN || state == TaskState.CLAIMED);
        }
    }

    /** Who calls at a school, how much. */
    public record CallerRow(
            String schoolId,
            String caller,
            int calls,
            int reached,
            @Nullable Instant lastCallAt,
            @Nullable String holds,
            int sharedOut) {}

    /** How much is open at a school. */
    public record OpenRow(String schoolId, int escalations, int followUps) {}

    /** The tasks of the day. */
    public List<Row> tasks(Handle handle, SchoolScope scope, SchoolDay day) {
        return bound(handle.createQuery(CALLS + """
                        SELECT t.school_id, t.state, t.attempted, t.opened_at, t.call_again_at, w.cut_off,
                            (SELECT min(started_at) FROM call c WHERE c.student_id = t.student_id AND c.school_id = t.school_id)
                                AS called_at,
                            (SELECT min(started_at) FROM reach r WHERE r.student_id = t.student_id AND r.school_id = t.school_id)
                                AS reached_at
                        FROM call_task t JOIN whereabouts w
                            ON w.school_id = t.school_id AND w.school_day = t.school_day AND w.student_id = t.student_id
                        WHERE (:all OR t.school_id = ANY (:schools)) AND t.school_day = CAST(:day AS date)
                        """), scope, day)
                .map((row, context) -> new Row(
                        row.getString("school_id"),
                        TaskState.valueOf(row.getString("state")),
                        row.getBoolean("attempted"),
                        Objects.requireNonNull(instant(row, "opened_at")),
                        instant(row, "cut_off"),
                        instant(row, "call_again_at"),
                        instant(row, "called_at"),
                        instant(row, "reached_at")))
                .list();
    }

    /** Who calls: whoever has called, holds a task, or was given some. */
    public List<CallerRow> callers(Handle handle, SchoolScope scope, SchoolDay day, Instant now) {
        return bound(handle.createQuery(CALLS + """
                        , made AS (SELECT school_id, called_by AS caller, count(DISTINCT call_id) AS calls,
                                count(DISTINCT call_id) FILTER (WHERE outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER'))
                                    AS reached, max(started_at) AS last_at
                            FROM call WHERE channel = 'OUTGOING_CALL' GROUP BY 1, 2),
                        held AS (SELECT school_id, claimed_by AS caller, min(task_id) AS task_id FROM call_task
                            WHERE (:all OR school_id = ANY (:schools)) AND school_day = CAST(:day AS date)
                                AND state = 'CLAIMED' AND lease_until > CAST(:now AS timestamptz) GROUP BY 1, 2),
                        given AS (SELECT a.school_id, a.caller, count(*) AS tasks FROM call_task_assignment a
                            JOIN call_task t ON t.task_id = a.task_id
                            WHERE (:all OR a.school_id = ANY (:schools)) AND a.school_day = CAST(:day AS date)
                                AND a.caller IS NOT NULL AND t.state IN ('OPEN', 'CLAIMED') AND NOT t.attempted GROUP BY 1, 2)
                        SELECT school_id, caller, coalesce(m.calls, 0) AS calls, coalesce(m.reached, 0) AS reached, m.last_at,
                            h.task_id AS holds, coalesce(g.tasks, 0) AS shared
                        FROM made m FULL JOIN held h USING (school_id, caller) FULL JOIN given g USING (school_id, caller)
                        ORDER BY school_id, caller
                        """), scope, day)
                .bind("now", now.toString())
                .map((row, context) -> new CallerRow(
                        row.getString("school_id"),
                        row.getString("caller"),
                        row.getInt("calls"),
                        row.getInt("reached"),
                        instant(row, "last_at"),
                        row.getString("holds"),
                        row.getInt("shared")))
                .list();
    }

    /** What is open at each school. */
    public List<OpenRow> open(Handle handle, SchoolScope scope) {
        var query = handle.createQuery("""
                SELECT s.school_id,
                    (SELECT count(*) FROM escalation e WHERE e.school_id = s.school_id AND e.state IN ('OPEN', 'ACKNOWLEDGED'))
                        AS escalations,
                    (SELECT count(*) FROM follow_up f WHERE f.school_id = s.school_id AND f.state = 'OPEN') AS follow_ups
                FROM school s WHERE :all OR s.school_id = ANY (:schools)
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .map((row, context) ->
                        new OpenRow(row.getString("school_id"), row.getInt("escalations"), row.getInt("follow_ups")))
                .list();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SchoolScope scope, SchoolDay day) {
        Columns.bind(statement, "schools", scope.schools());
        return statement.bind("all", scope.all()).bind("day", day.toString());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
