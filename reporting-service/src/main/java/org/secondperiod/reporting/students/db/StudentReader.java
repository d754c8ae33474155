package org.secondperiod.reporting.students.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.MarkOfDay;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.students.StudentAttendance.KnownAbsenceView;

/** What is kept of one student, as far as the request may see it: the database shows no other rows. */
@ApplicationScoped
public class StudentReader {

    /** A year at a school. */
    public record YearRow(String schoolId, String marks, String days) {}

    /** A mark that is no presence in time. */
    public record AbsenceMark(String schoolId, LocalDate day, MarkOfDay mark) {}

    /** The student's years at schools. */
    public List<YearRow> years(Handle tx, String student, SchoolYear year) {
        return tx.createQuery("""
                        SELECT school_id, marks, days FROM student_year WHERE student_id = :student AND year = :year
                        ORDER BY school_id""")
                .bind("student", student)
                .bind("year", year.begins())
                .map((row, context) -> new YearRow(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The marks that are absences, late, or half a day. */
    public List<AbsenceMark> absences(Handle tx, String student, SchoolYear year) {
        return tx.createQuery("""
                        SELECT school_id, school_day, period, kind, reason FROM mark
                        WHERE student_id = :student AND school_day BETWEEN :first AND :last AND NOT withdrawn
                            AND kind IN ('ABSENT', 'EXCUSED', 'PARTIAL', 'LATE')
                        ORDER BY school_day, period""")
                .bind("student", student)
                .bind("first", year.first())
                .bind("last", year.last())
                .map((row, context) -> new AbsenceMark(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        new MarkOfDay(row.getString(3), MarkKind.valueOf(row.getString(4)), row.getString(5))))
                .list();
    }

    /** Known absences of the year. */
    public List<KnownAbsenceView> knownAbsences(Handle tx, String student, SchoolYear year) {
        return tx.createQuery("""
                        SELECT reason, from_day, to_day, school_id FROM known_absence
                        WHERE student_id = :student AND from_day <= :last AND to_day >= :first AND NOT withdrawn
                        ORDER BY from_day, absence_id""")
                .bind("student", student)
                .bind("first", year.first())
                .bind("last", year.last())
                .map((row, context) -> new KnownAbsenceView(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)))
                .list();
    }
}
