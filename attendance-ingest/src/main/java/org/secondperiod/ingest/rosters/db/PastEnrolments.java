package org.secondperiod.ingest.rosters.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;

/** Enrolments that ended before the roster began, as they were imported. */
@ApplicationScoped
public class PastEnrolments {

    /**
     * One of them.
     *
     * @param exit the last day
     * @param withdrawn there was none after all
     */
    public record Past(
            String studentId,
            String schoolId,
            LocalDate entry,
            LocalDate exit,
            @Nullable String grade,
            @Nullable String homeroom,
            boolean withdrawn) {}

    /** By student, in the order of school and entry. */
    public Map<String, List<Enrolment>> of(Handle tx, List<String> students) {
        return tx
                .createQuery("""
                        SELECT * FROM past_enrolment WHERE student_id = ANY (:students)
                        ORDER BY student_id, school_id, entry_day""")
                .bindArray("students", String.class, students)
                .map((row, context) -> Map.entry(
                        row.getString("student_id"),
                        new Enrolment(
                                row.getString("school_id"),
                                row.getObject("entry_day", LocalDate.class),
                                row.getObject("exit_day", LocalDate.class),
                                row.getString("grade"),
                                row.getString("homeroom"),
                                null,
                                List.of())))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** Stores them in place of what was known from the same day on, and puts their students on the list of those to be told of. */
    public void put(Handle tx, List<Past> told) {
        Map<List<Object>, Past> latest = new LinkedHashMap<>();
        told.forEach(one -> latest.put(List.of(one.studentId(), one.schoolId(), one.entry()), one));
        List<Past> enrolments = List.copyOf(latest.values());
        List<Past> gone = enrolments.stream().filter(Past::withdrawn).toList();
        List<Past> stay = enrolments.stream().filter(one -> !one.withdrawn()).toList();
        bindKey(tx.createUpdate("""
                DELETE FROM past_enrolment p
                USING unnest(:students, :schools, :entries) AS k (student_id, school_id, entry_day)
                WHERE p.student_id = k.student_id AND p.school_id = k.school_id
                    AND p.entry_day = CAST(k.entry_day AS date)"""), gone).execute();
        var insert = bindKey(tx.createUpdate("""
                INSERT INTO past_enrolment
                SELECT student_id, school_id, CAST(entry_day AS date), CAST(exit_day AS date), grade, homeroom
                FROM unnest(:students, :schools, :entries, :exits, :grades, :homerooms)
                    AS n (student_id, school_id, entry_day, exit_day, grade, homeroom)
                ON CONFLICT (student_id, school_id, entry_day) DO UPDATE SET exit_day = excluded.exit_day,
                    grade = excluded.grade, homeroom = excluded.homeroom"""), stay);
        bind(insert, "exits", stay, one -> one.exit().toString());
        bind(insert, "grades", stay, Past::grade);
        bind(insert, "homerooms", stay, Past::homeroom).execute();
        var candidates = tx.createUpdate("""
                INSERT INTO roster_candidate (student_id) SELECT DISTINCT * FROM unnest(:students)
                ON CONFLICT DO NOTHING""");
        bind(candidates, "students", enrolments, Past::studentId).execute();
    }

    private static Update bindKey(Update update, List<Past> enrolments) {
        bind(update, "students", enrolments, Past::studentId);
        bind(update, "schools", enrolments, Past::schoolId);
        return bind(update, "entries", enrolments, one -> one.entry().toString());
    }

    private static Update bind(
            Update update, String name, List<Past> enrolments, Function<Past, @Nullable String> column) {
        return update.bindArray(
                name, String.class, enrolments.stream().map(column).toArray());
    }
}
