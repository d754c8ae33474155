package org.secondperiod.reporting.years.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.tallies.Place;
import org.secondperiod.reporting.years.StudentYear;

/** Students' years at schools. */
@ApplicationScoped
public class StudentYearStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Makes those that a student's enrolments call for: at each school with a calendar of the year. */
    public void make(Handle tx, SchoolYear year, Collection<String> students) {
        tx.createUpdate("""
                        INSERT INTO student_year (year, school_id, student_id, year_ends)
                        SELECT DISTINCT y.year, e.school_id, e.student_id, CAST(:last AS date) FROM enrolment e JOIN school_year y USING (school_id)
                        WHERE e.student_id = ANY(:students) AND y.year = :year AND e.entry_day <= :last AND e.exit_day >= :first
                        ORDER BY e.school_id, e.student_id
                        ON CONFLICT DO NOTHING""")
                .bindArray("students", String.class, List.copyOf(students))
                .bind("year", year.begins())
                .bind("first", year.first())
                .bind("last", year.last())
                .execute();
    }

    /** Makes those of everybody who is enrolled at the school in the year. */
    public void makeAt(Handle tx, SchoolYear year, String schoolId) {
        tx.createUpdate("""
                        INSERT INTO student_year (year, school_id, student_id, year_ends)
                        SELECT DISTINCT CAST(:year AS int), school_id, student_id, CAST(:last AS date) FROM enrolment
                        WHERE school_id = :school AND entry_day <= :last AND exit_day >= :first ORDER BY student_id
                        ON CONFLICT DO NOTHING""")
                .bind("school", schoolId)
                .bind("year", year.begins())
                .bind("first", year.first())
                .bind("last", year.last())
                .execute();
    }

    /** Makes those that marks were told of, whoever is enrolled. */
    public void makeOf(Handle tx, SchoolYear year, Collection<StudentDay> days) {
        var make = tx.createUpdate("""
                INSERT INTO student_year (year, school_id, student_id, year_ends)
                SELECT DISTINCT CAST(:year AS int), school_id, student_id, CAST(:last AS date)
                FROM unnest(:schools, :students) AS k (school_id, student_id) ORDER BY school_id, student_id
                ON CONFLICT DO NOTHING""").bind("year", year.begins()).bind("last", year.last());
        Columns.bind(make, "schools", days, StudentDay::schoolId);
        Columns.bind(make, "students", days, StudentDay::studentId);
        make.execute();
    }

    /** Those of these students, by student and school; nobody else changes them until this transaction ends. */
    public List<StudentYear> take(Handle tx, SchoolYear year, Collection<String> students) {
        return tx.createQuery("""
                        SELECT * FROM student_year WHERE year = :year AND student_id = ANY(:students)
                        ORDER BY student_id, school_id FOR UPDATE""")
                .bind("year", year.begins())
                .bindArray("students", String.class, List.copyOf(students))
                .map((row, context) -> studentYear(row))
                .list();
    }

    /**
     * Nobody else changes these until this transaction ends. Whoever counts in several steps does this first: students come before
     * tallies for everybody who counts, so that two of them never wait for each other.
     *
     * @param moved those whose years are counted, whichever they are
     * @param marked those of whom these years are counted
     */
    public void lock(Handle tx, Collection<String> moved, Collection<String> marked, Collection<SchoolYear> years) {
        tx.createQuery("""
                        SELECT 1 FROM student_year
                        WHERE student_id = ANY(:moved) OR student_id = ANY(:marked) AND year = ANY(:years)
                        ORDER BY year, student_id, school_id FOR UPDATE""")
                .bindArray("moved", String.class, List.copyOf(moved))
                .bindArray("marked", String.class, List.copyOf(marked))
                .bindArray(
                        "years",
                        Integer.class,
                        years.stream().map(SchoolYear::begins).toList())
                .mapTo(Integer.class)
                .list();
    }

    /** The years that these students have, or that their schools have calendars of. */
    public List<Integer> years(Handle tx, Collection<String> students) {
        return tx.createQuery("""
                        SELECT year FROM student_year WHERE student_id = ANY(:students)
                        UNION SELECT y.year FROM enrolment e JOIN school_year y USING (school_id)
                        WHERE e.student_id = ANY(:students) ORDER BY 1""")
                .bindArray("students", String.class, List.copyOf(students))
                .mapTo(Integer.class)
                .list();
    }

    /** The next students of the school, by id. */
    public List<String> studentsAfter(Handle tx, SchoolYear year, String schoolId, String after, int most) {
        return tx.createQuery("""
                        SELECT student_id FROM student_year WHERE year = :year AND school_id = :school AND student_id > :after
                        ORDER BY student_id LIMIT :most""")
                .bind("year", year.begins())
                .bind("school", schoolId)
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Stores what was changed of years that were taken. */
    public void save(Handle tx, SchoolYear year, Collection<StudentYear> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var save = tx.createUpdate("""
                UPDATE student_year y SET marks = n.marks, days = n.days, first_day = n.first_day, enrolled = n.enrolled,
                    grade = n.grade, homeroom = n.homeroom, groups = n.groups
                FROM unnest(:schools, :students, :marks, :days, CAST(:first AS date[]), :enrolled, :grades, :homerooms,
                    CAST(:groups AS jsonb[]))
                    AS n (school_id, student_id, marks, days, first_day, enrolled, grade, homeroom, groups)
                WHERE y.year = :year AND y.school_id = n.school_id AND y.student_id = n.student_id""").bind("year", year.begins());
        Columns.bind(save, "schools", rows, StudentYear::schoolId);
        Columns.bind(save, "students", rows, StudentYear::studentId);
        Columns.bind(save, "marks", rows, StudentYear::marks);
        Columns.bind(save, "days", rows, StudentYear::days);
        Columns.bind(save, "first", rows, StudentYear::firstDay);
        Columns.bind(save, "enrolled", rows, StudentYear::enrolled);
        Columns.bind(save, "grades", rows, row -> row.place().grade());
        Columns.bind(save, "homerooms", rows, row -> row.place().homeroom());
        Columns.bind(save, "groups", rows, row -> json(row.place().groups()));
        save.execute();
    }

    /**
     * Keeps these as they were before something of days that were over, of enrolment or place changed; of several changes of a day as
     * they were before the first.
     *
     * @param learned the district's date today
     */
    public void keepBefore(Handle tx, SchoolYear year, Collection<StudentYear> rows, LocalDate learned) {
        if (rows.isEmpty()) {
            return;
        }
        var keep = tx.createUpdate("""
                INSERT INTO student_year_before (year, school_id, student_id, learned_on, year_ends, marks, enrolled, grade,
                    homeroom)
                SELECT CAST(:year AS int), school_id, student_id, CAST(:learned AS date), CAST(:last AS date), marks, enrolled,
                    grade, homeroom
                FROM unnest(:schools, :students, :marks, :enrolled, :grades, :homerooms)
                    AS n (school_id, student_id, marks, enrolled, grade, homeroom)
                ON CONFLICT DO NOTHING""")
                .bind("year", year.begins())
                .bind("learned", learned)
                .bind("last", year.last());
        Columns.bind(keep, "schools", rows, StudentYear::schoolId);
        Columns.bind(keep, "students", rows, StudentYear::studentId);
        Columns.bind(keep, "marks", rows, StudentYear::marks);
        Columns.bind(keep, "enrolled", rows, StudentYear::enrolled);
        Columns.bind(keep, "grades", rows, row -> row.place().grade());
        Columns.bind(keep, "homerooms", rows, row -> row.place().homeroom());
        keep.execute();
    }

    static StudentYear studentYear(ResultSet row) throws SQLException {
        return new StudentYear(
                row.getString("student_id"),
                row.getString("school_id"),
                row.getString("marks"),
                row.getString("days"),
                row.getObject("first_day", LocalDate.class),
                row.getString("enrolled"),
                new Place(row.getString("grade"), row.getString("homeroom"), texts(row.getString("groups"))));
    }

    private static String json(List<String> groups) {
        try {
            return groups.isEmpty() ? "[]" : MAPPER.writeValueAsString(groups);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("groups could not be written", e);
        }
    }

    private static List<String> texts(String json) {
        try {
            return json.equals("[]") ? List.of() : MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored groups could not be read", e);
        }
    }
}
