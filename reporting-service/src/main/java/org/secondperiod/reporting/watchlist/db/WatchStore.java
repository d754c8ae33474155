package org.secondperiod.reporting.watchlist.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.EnrolledDates;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.watchlist.Watched;

/** The school years of a school's students, as far as the request may see them: the database shows no other rows. */
@ApplicationScoped
public class WatchStore {

    /** A student's year at the school. @param enrolled the dates on which the student was; none: as enrolments say now */
    public record Row(Watched.Of of, String marks, @Nullable BitSet enrolled) {}

    /** Of everybody who was enrolled on any day of the year, also of those who have left. */
    public List<Row> at(Handle tx, SchoolYear year, String schoolId) {
        return tx.createQuery("""
                        SELECT student_id, school_id, grade, homeroom, marks, NULL FROM student_year
                        WHERE year = :year AND school_id = :school AND first_day IS NOT NULL ORDER BY student_id""")
                .bind("year", year.begins())
                .bind("school", schoolId)
                .map((row, context) -> row(row))
                .list();
    }

    /** The same as it was known at the end of this date: before the first change after it. Of days after it it says nothing. */
    public List<Row> at(Handle tx, SchoolYear year, String schoolId, LocalDate knownOn) {
        return tx.createQuery("""
                        SELECT y.student_id, y.school_id,
                            CASE WHEN b.year IS NULL THEN y.grade ELSE b.grade END,
                            CASE WHEN b.year IS NULL THEN y.homeroom ELSE b.homeroom END,
                            coalesce(b.marks, y.marks),
                            CASE WHEN b.year IS NULL AND y.enrolled = '' AND y.first_day IS NOT NULL THEN NULL
                                ELSE coalesce(b.enrolled, y.enrolled) END
                        FROM student_year y LEFT JOIN LATERAL (
                            SELECT * FROM student_year_before AS w
                            WHERE w.year = y.year AND w.school_id = y.school_id AND w.student_id = y.student_id
                                AND w.learned_on > :knownOn
                            ORDER BY w.learned_on LIMIT 1) AS b ON true
                        WHERE y.year = :year AND y.school_id = :school ORDER BY y.student_id""")
                .bind("year", year.begins())
                .bind("school", schoolId)
                .bind("knownOn", knownOn)
                .map((row, context) -> row(row))
                .list();
    }

    /** Who was counted by a version that did not write down when a student was enrolled is as enrolments say. */
    private static Row row(ResultSet row) throws SQLException {
        String enrolled = row.getString(6);
        return new Row(
                new Watched.Of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                enrolled == null ? null : EnrolledDates.read(enrolled));
    }
}
