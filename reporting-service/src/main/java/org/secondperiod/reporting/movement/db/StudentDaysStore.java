package org.secondperiod.reporting.movement.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.EnrolledDates;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.movement.StudentDays;
import org.secondperiod.reporting.tallies.Place;

/** Students' days, out of which movement between any two dates is counted; as far as the request may see them. */
@ApplicationScoped
public class StudentDaysStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Every school that has students in the year. */
    public List<String> schools(Handle tx, SchoolYear year) {
        return tx.createQuery("""
                        SELECT school_id FROM school_year WHERE year = :year
                        UNION SELECT school_id FROM tally_month WHERE year = :year AND kind = 'SCHOOL' ORDER BY 1""")
                .bind("year", year.begins())
                .mapTo(String.class)
                .list();
    }

    /** Students who are, or were, at several schools in the year. */
    public Set<String> atSeveral(Handle tx, SchoolYear year) {
        return new HashSet<>(
                tx.createQuery("SELECT student_id FROM student_year WHERE year = :year GROUP BY 1 HAVING count(*) > 1")
                        .bind("year", year.begins())
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Everybody who was enrolled at these schools on any day of the year, with the days up to a date.
     *
     * @param groups whether the groups that students are in are read, too
     */
    public List<StudentDays> at(
            Handle tx, SchoolYear year, Collection<String> schools, LocalDate upTo, boolean groups) {
        return tx.createQuery("""
                        SELECT student_id, school_id, first_day, substr(days, 1, :dates) AS days, grade, homeroom,
                            CASE WHEN :groups THEN groups ELSE '[]' END AS groups
                        FROM student_year WHERE year = :year AND school_id = ANY(:schools) AND first_day IS NOT NULL""")
                .bind("year", year.begins())
                .bindArray("schools", String.class, List.copyOf(schools))
                .bind("dates", year.index(upTo) + 1)
                .bind("groups", groups)
                .map((row, context) -> new StudentDays(
                        row.getString("student_id"),
                        row.getString("school_id"),
                        year.index(row.getObject("first_day", LocalDate.class)),
                        row.getString("days"),
                        new Place(row.getString("grade"), row.getString("homeroom"), texts(row.getString("groups")))))
                .list();
    }

    /**
     * A student's year at a school as it was known.
     *
     * @param marks a strip, which says nothing of days after that on which it was known
     * @param enrolled the dates on which the student was enrolled there; none: on no day
     */
    public record Known(
            String studentId,
            String schoolId,
            String marks,
            BitSet enrolled,
            @Nullable String grade,
            @Nullable String homeroom) {}

    /** The same as it was known at the end of this date: before the first change after it. */
    public List<Known> known(Handle tx, SchoolYear year, Collection<String> schools, LocalDate knownOn) {
        return tx.createQuery("""
                        SELECT y.student_id, y.school_id, coalesce(b.marks, y.marks), coalesce(b.enrolled, y.enrolled),
                            CASE WHEN b.year IS NULL THEN y.grade ELSE b.grade END,
                            CASE WHEN b.year IS NULL THEN y.homeroom ELSE b.homeroom END
                        FROM student_year y LEFT JOIN LATERAL (
                            SELECT * FROM student_year_before AS w
                            WHERE w.year = y.year AND w.school_id = y.school_id AND w.student_id = y.student_id
                                AND w.learned_on > :knownOn
                            ORDER BY w.learned_on LIMIT 1) AS b ON true
                        WHERE y.year = :year AND y.school_id = ANY(:schools)""")
                .bind("year", year.begins())
                .bindArray("schools", String.class, List.copyOf(schools))
                .bind("knownOn", knownOn)
                .map((row, context) -> known(row))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                EnrolledDates.read(row.getString(4)),
                row.getString(5),
                row.getString(6));
    }

    private static List<String> texts(String json) {
        try {
            return json.equals("[]") ? List.of() : MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored groups could not be read", e);
        }
    }
}
