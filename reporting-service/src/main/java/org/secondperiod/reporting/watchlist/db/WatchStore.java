package org.secondperiod.reporting.watchlist.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.watchlist.Watched;

/** The school years of a school's students, as far as the request may see them: the database shows no other rows. */
@ApplicationScoped
public class WatchStore {

    /** A student's year at the school. */
    public record Row(Watched.Of of, String marks, String days) {}

    /** Of everybody who was enrolled on any day of the year, also of those who have left. */
    public List<Row> at(Handle tx, SchoolYear year, String schoolId) {
        return tx.createQuery("""
                        SELECT student_id, school_id, grade, homeroom, marks, days FROM student_year
                        WHERE year = :year AND school_id = :school AND first_day IS NOT NULL ORDER BY student_id""")
                .bind("year", year.begins())
                .bind("school", schoolId)
                .map((row, context) -> new Row(
                        new Watched.Of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }
}
