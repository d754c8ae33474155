package org.secondperiod.reporting.facts.db;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.facts.Latest;
import org.secondperiod.reporting.facts.Mark;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.StudentDay;

/** The latest version of each mark. */
@ApplicationScoped
public class MarkStore {

    private static final String MERGE = """
            INSERT INTO mark (school_id, school_day, student_id, period, kind, reason, withdrawn, version, taken_at, event_id)
            SELECT * FROM unnest(:schools, CAST(:days AS date[]), :students, :periods, :kinds, :reasons,
                CAST(:withdrawn AS boolean[]), CAST(:versions AS bigint[]), CAST(:taken AS timestamptz[]), :events)
            ON CONFLICT (school_id, school_day, student_id, period) DO UPDATE
            SET kind = excluded.kind, reason = excluded.reason, withdrawn = excluded.withdrawn, version = excluded.version,
                taken_at = excluded.taken_at, event_id = excluded.event_id
            WHERE (excluded.version, excluded.taken_at, excluded.kind <> 'UNKNOWN' OR excluded.withdrawn, excluded.event_id)
                > (mark.version, mark.taken_at, mark.kind <> 'UNKNOWN' OR mark.withdrawn, mark.event_id)
            RETURNING student_id, school_id, school_day""";

    /** What is left of a day's marks: the kind of each period, without withdrawn ones. */
    public record OfDay(StudentDay of, String period, MarkKind kind) {}

    /** Takes in what is newer than what is known; returns the days that this changed. */
    public Set<StudentDay> merge(Handle tx, Collection<Mark> told) {
        if (told.isEmpty()) {
            return Set.of();
        }
        List<Mark> marks = Latest.of(told, Mark::identity, Mark::version).stream()
                .sorted((one, other) -> one.of().compareTo(other.of()))
                .toList();
        var merge = tx.createQuery(MERGE);
        Columns.bind(merge, "schools", marks, mark -> mark.of().schoolId());
        Columns.bind(merge, "days", marks, mark -> mark.of().day());
        Columns.bind(merge, "students", marks, mark -> mark.of().studentId());
        Columns.bind(merge, "periods", marks, Mark::period);
        Columns.bind(merge, "kinds", marks, Mark::kind);
        Columns.bind(merge, "reasons", marks, Mark::reason);
        Columns.bind(merge, "withdrawn", marks, Mark::withdrawn);
        Columns.bind(merge, "versions", marks, mark -> mark.version().version());
        Columns.bind(merge, "taken", marks, mark -> mark.version().takenAt());
        Columns.bind(merge, "events", marks, mark -> mark.version().eventId());
        return new HashSet<>(merge.map((row, context) -> day(row)).list());
    }

    /**
     * The days of which only presence is told, and nothing was told before: they count as they would without a mark. Where every
     * student is marked, that is most of a morning.
     */
    public Set<StudentDay> presentAnyway(Handle tx, Collection<Mark> told) {
        Set<StudentDay> days = new HashSet<>();
        told.stream().filter(MarkStore::saysPresent).forEach(mark -> days.add(mark.of()));
        told.stream().filter(mark -> !saysPresent(mark)).forEach(mark -> days.remove(mark.of()));
        if (days.isEmpty()) {
            return days;
        }
        var known = tx.createQuery("""
                SELECT DISTINCT m.student_id, m.school_id, m.school_day FROM mark m
                JOIN unnest(:students, :schools, CAST(:days AS date[])) AS k (student_id, school_id, school_day)
                    USING (school_id, school_day, student_id)""");
        bind(known, days);
        known.map((row, context) -> day(row)).forEach(days::remove);
        return days;
    }

    private static boolean saysPresent(Mark mark) {
        return mark.kind() == MarkKind.PRESENT && !mark.withdrawn();
    }

    /** The marks of these days. */
    public Map<StudentDay, Map<String, MarkKind>> of(Handle tx, Collection<StudentDay> days) {
        var query = tx.createQuery("""
                SELECT m.student_id, m.school_id, m.school_day, m.period, m.kind FROM mark m
                JOIN unnest(:students, :schools, CAST(:days AS date[])) AS k (student_id, school_id, school_day)
                    USING (school_id, school_day, student_id)
                WHERE NOT m.withdrawn""");
        bind(query, days);
        return byDay(query.map((row, context) -> ofDay(row)).list());
    }

    /** All marks of these students in these dates. */
    public Map<StudentDay, Map<String, MarkKind>> all(
            Handle tx, Collection<String> students, LocalDate from, LocalDate to) {
        return byDay(tx.createQuery("""
                        SELECT student_id, school_id, school_day, period, kind FROM mark
                        WHERE student_id = ANY(:students) AND school_day BETWEEN :from AND :to AND NOT withdrawn""")
                .bindArray("students", String.class, students.toArray())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> ofDay(row))
                .list());
    }

    /** On which of these days the school has any mark at all. */
    public Set<SchoolDate> marked(Handle tx, Collection<SchoolDate> days) {
        var query = tx.createQuery("""
                SELECT k.school_id, k.school_day FROM unnest(:schools, CAST(:days AS date[])) AS k (school_id, school_day)
                WHERE EXISTS (SELECT FROM mark m WHERE m.school_id = k.school_id AND m.school_day = k.school_day
                    AND NOT m.withdrawn)""");
        Columns.bind(query, "schools", days, SchoolDate::schoolId);
        Columns.bind(query, "days", days, SchoolDate::day);
        return query
                .map((row, context) -> new SchoolDate(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(toSet());
    }

    private static void bind(Query query, Collection<StudentDay> days) {
        Columns.bind(query, "students", days, StudentDay::studentId);
        Columns.bind(query, "schools", days, StudentDay::schoolId);
        Columns.bind(query, "days", days, StudentDay::day);
    }

    private static Map<StudentDay, Map<String, MarkKind>> byDay(List<OfDay> marks) {
        Map<StudentDay, Map<String, MarkKind>> days = new HashMap<>();
        marks.forEach(
                mark -> days.computeIfAbsent(mark.of(), day -> new HashMap<>()).put(mark.period(), mark.kind()));
        return days;
    }

    private static OfDay ofDay(ResultSet row) throws SQLException {
        return new OfDay(day(row), row.getString("period"), MarkKind.valueOf(row.getString("kind")));
    }

    private static StudentDay day(ResultSet row) throws SQLException {
        return new StudentDay(
                row.getString("student_id"), row.getString("school_id"), row.getObject("school_day", LocalDate.class));
    }
}
