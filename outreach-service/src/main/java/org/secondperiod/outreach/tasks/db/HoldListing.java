package org.secondperiod.outreach.tasks.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.tasks.HoldView;
import org.secondperiod.outreach.tasks.HoldView.Missing;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore.Hold;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Holds to be read. */
@ApplicationScoped
public class HoldListing {

    private static final String HELD = """
            FROM whereabouts w
            WHERE (:all OR w.school_id = ANY (:schools)) AND w.school_day = CAST(:day AS date) AND w.state = 'HELD'
            """;

    private static final String HOLDS = """
            SELECT h.*, d.decision_id, d.verdict, d.why_sealed, d.why, d.decided_by, d.decided_at FROM (
                SELECT w.school_id, w.school_day, w.reason, count(*) AS students, min(w.held_since) AS since,
                    min(w.held_with) AS held_with
            """ + HELD + """
                GROUP BY w.school_id, w.school_day, w.reason) AS h
            LEFT JOIN LATERAL (SELECT * FROM hold_decision d WHERE d.school_id = h.school_id
                AND d.school_day = h.school_day AND d.reason = h.reason ORDER BY d.decision_id DESC LIMIT 1) AS d ON true
            ORDER BY h.school_id, h.reason
            """;

    /** A class counts for its students who sit in it in the period in question, or at a time the roster does not tell. */
    private static final String MISSING = """
            SELECT m.*, count(*) AS students FROM (
                SELECT w.school_id, w.reason, c.teacher,
                    coalesce(c.title, c.class_id, w.evidence -> 'missing' ->> 'place') AS name,
                    CASE WHEN w.reason = 'CODE_UNKNOWN' THEN coalesce(w.evidence -> 'missing' ->> 'code', '') END AS code,
                    CAST(w.evidence -> 'missing' ->> 'markedAbsent' AS int) AS marked_absent,
                    CAST(w.evidence -> 'missing' ->> 'expected' AS int) AS expected,
                    coalesce(c.title, c.class_id, w.evidence -> 'missing' ->> 'place',
                    'the code ' || nullif(w.evidence -> 'missing' ->> 'code', ''),
                    CASE WHEN w.reason = 'CODE_UNKNOWN' THEN 'the blank code' END,
                    (w.evidence -> 'missing' ->> 'markedAbsent') || ' of ' || (w.evidence -> 'missing' ->> 'expected')
                        || ' marked absent',
                    'the school') AS what
                FROM (SELECT w.* %s) AS w
                LEFT JOIN LATERAL (SELECT k ->> 'title' AS title, k ->> 'classId' AS class_id, k ->> 'teacher' AS teacher
                    FROM enrolment e, jsonb_array_elements(e.classes) k
                    WHERE w.reason = 'ATTENDANCE_NOT_TAKEN' AND e.student_id = w.student_id AND e.school_id = w.school_id
                        AND (k -> 'periods' = '[]' OR jsonb_exists(k -> 'periods', w.evidence -> 'missing' ->> 'period'))
                    LIMIT 1) AS c ON true) AS m
            GROUP BY school_id, reason, teacher, name, code, marked_absent, expected, what ORDER BY students DESC, what
            """.formatted(HELD);

    private final HoldDecisionStore decisions;

    HoldListing(HoldDecisionStore decisions) {
        this.decisions = decisions;
    }

    private record Of(String school, String reason) {}

    private record Row(Of of, Missing missing) {}

    /** The holds of a day. */
    public List<HoldView> of(Handle handle, SchoolScope scope, SchoolDay day) {
        Map<Of, List<Row>> missing = bound(handle.createQuery(MISSING), scope, day)
                .map((row, context) -> new Row(
                        new Of(row.getString("school_id"), row.getString("reason")),
                        new Missing(
                                row.getString("what"),
                                row.getString("name"),
                                row.getString("code"),
                                row.getObject("marked_absent", Integer.class),
                                row.getObject("expected", Integer.class),
                                row.getString("teacher"),
                                row.getInt("students"))))
                .list()
                .stream()
                .collect(groupingBy(Row::of, LinkedHashMap::new, toList()));
        return bound(handle.createQuery(HOLDS), scope, day)
                .map((row, context) -> {
                    String verdict = row.getString("verdict");
                    Of of = new Of(row.getString("school_id"), row.getString("reason"));
                    return new HoldView(
                            of.school(),
                            day.date(),
                            of.reason(),
                            row.getInt("students"),
                            TaskRows.instant(row, "since"),
                            row.getString("held_with"),
                            verdict == null ? null : verdict.toLowerCase(Locale.ROOT),
                            decisions.why(row),
                            row.getString("decided_by"),
                            TaskRows.instant(row, "decided_at"),
                            row.getLong("decision_id"),
                            missing.getOrDefault(of, List.of()).stream()
                                    .map(Row::missing)
                                    .toList());
                })
                .list();
    }

    /** Whether anybody is held for that reason. */
    public boolean isThere(Handle tx, Hold hold) {
        return tx.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM whereabouts w WHERE w.school_id = :school
                            AND w.school_day = CAST(:day AS date) AND w.state = 'HELD' AND w.reason = :reason)
                        """)
                .bind("school", hold.day().school().value())
                .bind("day", hold.day().day().toString())
                .bind("reason", hold.reason().name())
                .mapTo(Boolean.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SchoolScope scope, SchoolDay day) {
        Columns.bind(statement, "schools", scope.schools());
        return statement.bind("all", scope.all()).bind("day", day.toString());
    }
}
