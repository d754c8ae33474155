package org.secondperiod.reporting.edfi.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.MarkOfDay;
import org.secondperiod.reporting.arithmetic.SchoolYear;

/** A school's students, as far as the request may see them: the database shows no other rows. */
@ApplicationScoped
public class EdFiStore {

    /** A student's days that count. */
    public record Row(String studentId, String days) {}

    /** A mark that is no presence. */
    public record DayMark(String studentId, LocalDate day, MarkOfDay mark) {}

    public List<Row> days(Handle tx, SchoolYear year, String school) {
        return tx.createQuery("""
                        SELECT student_id, days FROM student_year WHERE year = :year AND school_id = :school
                        ORDER BY student_id""")
                .bind("year", year.begins())
                .bind("school", school)
                .map((row, context) -> new Row(row.getString(1), row.getString(2)))
                .list();
    }

    /** Of which one says why a day was what it was. */
    public List<DayMark> marks(Handle tx, String school, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        SELECT student_id, school_day, period, kind, reason FROM mark
                        WHERE school_id = :school AND school_day BETWEEN :from AND :to AND NOT withdrawn
                            AND kind IN ('ABSENT', 'EXCUSED', 'PARTIAL', 'LATE')
                        ORDER BY student_id, school_day, period""")
                .bind("school", school)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new DayMark(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        new MarkOfDay(row.getString(3), MarkKind.valueOf(row.getString(4)), row.getString(5))))
                .list();
    }
}
