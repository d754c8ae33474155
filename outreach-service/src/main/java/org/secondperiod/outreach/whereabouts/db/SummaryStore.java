package org.secondperiod.outreach.whereabouts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.SummaryView;

/** Schools' days in numbers, to be read. */
@ApplicationScoped
public class SummaryStore {

    /** Not a student of whom there are marks or scans, but whom no roster has ever named. */
    static final String OF_A_ROSTER = """
            (state <> 'NOT_ENROLLED'
                OR EXISTS (SELECT 1 FROM student s WHERE s.student_id = whereabouts.student_id))""";

    private static final String OF_DAY = """
            WHERE (:all OR school_id = ANY (:schools)) AND school_day = CAST(:day AS date)
            """;

    /** The day of each school in scope. */
    public List<SummaryView> of(Handle handle, SchoolScope scope, SchoolDay day) {
        Map<String, Map<String, Long>> states = counts(
                handle, scope, day, """
                SELECT school_id, state, count(*) FROM whereabouts
                """ + OF_DAY + "AND state IS NOT NULL AND " + OF_A_ROSTER + " GROUP BY 1, 2");
        Map<String, Map<String, Long>> unknown =
                counts(handle, scope, day, """
                SELECT school_id, state, count(*) FROM whereabouts
                """ + OF_DAY + "AND NOT " + OF_A_ROSTER + " GROUP BY 1, 2");
        Map<String, Map<String, Long>> held =
                counts(handle, scope, day, """
                SELECT school_id, reason, count(*) FROM whereabouts
                """ + OF_DAY + "AND state = 'HELD' GROUP BY 1, 2");
        Map<String, Map<String, Long>> tasks = counts(handle, scope, day, """
                SELECT school_id, state, count(*) FROM call_task
                """ + OF_DAY + "GROUP BY 1, 2");
        return bound(handle.createQuery("""
                        SELECT s.school_id, s.settings ->> 'name' AS name, (SELECT count(DISTINCT e.student_id)
                            FROM enrolment e WHERE e.school_id = s.school_id
                            AND CAST(:day AS date) BETWEEN e.entry_day AND e.exit_day) AS enrolled
                        FROM school s WHERE :all OR s.school_id = ANY (:schools) ORDER BY s.school_id
                        """), scope, day)
                .map((row, context) -> {
                    String school = row.getString("school_id");
                    return new SummaryView(
                            school,
                            row.getString("name"),
                            day.date(),
                            row.getLong("enrolled"),
                            unknown.getOrDefault(school, Map.of()).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            states.getOrDefault(school, Map.of()),
                            held.getOrDefault(school, Map.of()),
                            tasks.getOrDefault(school, Map.of()));
                })
                .list();
    }

    private static Map<String, Map<String, Long>> counts(Handle handle, SchoolScope scope, SchoolDay day, String sql) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        bound(handle.createQuery(sql), scope, day)
                .map((row, context) -> {
                    counts.computeIfAbsent(row.getString(1), school -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                    return row.getString(1);
                })
                .list();
        return counts;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SchoolScope scope, SchoolDay day) {
        Columns.bind(statement, "schools", scope.schools());
        return statement.bind("all", scope.all()).bind("day", day.toString());
    }
}
