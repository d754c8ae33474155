package org.secondperiod.reporting.quality.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.quality.FewerOn;
import org.secondperiod.reporting.quality.QualityReport.HeldOn;

/** Marks that nobody understands, and students who were held for want of data. */
@ApplicationScoped
public class QualityStore {

    private static final String ASKED = "school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools))";

    private static final String UNMAPPED_NOW = """
            (SELECT school_id, school_day, 1 AS marks FROM mark WHERE kind = 'UNKNOWN' AND NOT withdrawn) AS unmapped_day""";

    /** The schools that are known, of those asked for. */
    public List<String> schools(Handle tx, Schools of) {
        return tx.createQuery(
                        "SELECT school_id FROM school WHERE :every OR school_id = ANY(:schools) ORDER BY school_id")
                .bind("every", of.all())
                .bindArray("schools", String.class, List.copyOf(of.ids()))
                .mapTo(String.class)
                .list();
    }

    /** Marks whose code means nothing yet, by school. */
    public Map<String, Long> unmapped(Handle tx, Days days) {
        String sql = "SELECT school_id, sum(marks) FROM %s WHERE %s GROUP BY 1"
                .formatted(days.knownOn() == null ? UNMAPPED_NOW : days.rows("unmapped_day"), ASKED);
        Map<String, Long> found = new HashMap<>();
        days.bindTo(tx.createQuery(sql))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(school -> found.put(school.getKey(), school.getValue()));
        return found;
    }

    /** Students who were held since a door was not heard from, by school. */
    public Map<String, List<HeldOn>> heldForDoor(Handle tx, Days days) {
        return held(tx, "held_for_door", days);
    }

    /** Students who were held since their class had not submitted, by school. */
    public Map<String, List<HeldOn>> heldForClass(Handle tx, Days days) {
        return held(tx, "held_for_class", days);
    }

    /**
     * How many classes submitted the day or the school's trigger period, by school and day, of days that no school submitted as a
     * whole; as it is known now.
     *
     * @param since from when on, instead of the first date asked for
     */
    public Map<String, SortedMap<LocalDate, Long>> classes(Handle tx, Days days, LocalDate since) {
        Map<String, SortedMap<LocalDate, Long>> found = new HashMap<>();
        tx.createQuery("""
                        SELECT s.school_id, s.school_day, count(DISTINCT s.class_id)
                        FROM submission s JOIN school ON school.school_id = s.school_id
                        WHERE s.school_day BETWEEN :since AND :to AND (:every OR s.school_id = ANY(:schools))
                            AND NOT s.withdrawn AND s.period IN ('day', school.trigger_period)
                        GROUP BY 1, 2 HAVING bool_and(s.class_id <> '') ORDER BY 1, 2""")
                .bind("since", since)
                .bind("to", days.to())
                .bind("every", days.schools().all())
                .bindArray("schools", String.class, List.copyOf(days.schools().ids()))
                .map((row, context) ->
                        new ClassesOfSchool(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .forEach(one -> found.computeIfAbsent(one.schoolId(), id -> new TreeMap<>())
                        .put(one.day(), one.classes()));
        return found;
    }

    /**
     * Which classes submitted on more than half of the days before such a day and not on it, by school and day, as it is known now.
     *
     * @param days of schools, that fewer classes submitted than usual
     */
    public Map<String, Map<LocalDate, List<String>>> missing(Handle tx, Map<String, List<FewerOn>> days) {
        Map<String, Map<LocalDate, List<String>>> found = new HashMap<>();
        List<Map.Entry<String, FewerOn>> rows = days.entrySet().stream()
                .flatMap(school -> school.getValue().stream().map(on -> Map.entry(school.getKey(), on)))
                .toList();
        if (rows.isEmpty()) {
            return found;
        }
        var query = tx.createQuery("""
                SELECT k.school_id, k.day, s.class_id
                FROM unnest(:schools, CAST(:days AS date[]), :dates) AS k (school_id, day, dates)
                JOIN school ON school.school_id = k.school_id
                JOIN submission s ON s.school_id = k.school_id AND s.school_day = ANY(CAST(k.dates AS date[]))
                    AND NOT s.withdrawn AND s.period IN ('day', school.trigger_period)
                GROUP BY k.school_id, k.day, k.dates, s.class_id
                HAVING NOT bool_or(s.school_day = k.day)
                    AND 2 * count(DISTINCT s.school_day) > cardinality(CAST(k.dates AS date[])) - 1
                ORDER BY 1, 2, 3""");
        Columns.bind(query, "schools", rows, Map.Entry::getKey);
        Columns.bind(query, "days", rows, row -> row.getValue().day());
        Columns.bind(query, "dates", rows, row -> dates(row.getValue()));
        query.map((row, context) ->
                        new ClassOfSchool(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .forEach(one -> found.computeIfAbsent(one.schoolId(), id -> new HashMap<>())
                        .computeIfAbsent(one.day(), day -> new ArrayList<>())
                        .add(one.classId()));
        return found;
    }

    /** The day itself and those before it, as an array is written. */
    private static String dates(FewerOn on) {
        return Stream.concat(Stream.of(on.day()), on.before().stream())
                .map(LocalDate::toString)
                .collect(joining(",", "{", "}"));
    }

    private record ClassOfSchool(String schoolId, LocalDate day, String classId) {}

    private record ClassesOfSchool(String schoolId, LocalDate day, long classes) {}

    private static Map<String, List<HeldOn>> held(Handle tx, String column, Days days) {
        String sql = """
                SELECT school_id, school_day, sum(%1$s) FROM %2$s WHERE caller = '' AND %3$s
                GROUP BY 1, 2 HAVING sum(%1$s) > 0 ORDER BY 1, 2""".formatted(column, days.rows("outreach_day"), ASKED);
        return days
                .bindTo(tx.createQuery(sql))
                .map((row, context) ->
                        Map.entry(row.getString(1), new HeldOn(row.getObject(2, LocalDate.class), row.getLong(3))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
