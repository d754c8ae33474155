package org.secondperiod.ingest.histories;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.rosters.db.PastEnrolments.Past;
import org.secondperiod.ingest.schools.KnownSchools;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.orders.ErasedStudents;

/**
 * Reads a row of past enrolments.
 *
 * @param today of the district; who is still enrolled stands in the roster
 */
record PastEnrolmentLine(KnownSchools schools, ErasedStudents erased, LocalDate today) {

    static final Columns COLUMNS = Columns.of("studentId", "schoolId", "entry", "exit", "grade", "homeroom", "deleted")
            .required("studentId", "schoolId", "entry", "exit");

    /** @throws org.secondperiod.kit.bulk.BadLine if it is not sound */
    Past read(BulkLine line) {
        String student = line.id("studentId");
        if (erased.contains(student)) {
            throw Lines.ofAnErasedStudent(line);
        }
        String school = PastMarkLine.school(line, schools).value();
        LocalDate entry = Lines.day(line, "entry");
        LocalDate exit = Lines.day(line, "exit");
        if (exit.isBefore(entry)) {
            throw line.bad("exit", "is before the entry");
        }
        if (!exit.isBefore(today)) {
            throw line.bad("exit", "is not over yet: who is still enrolled stands in the roster");
        }
        return new Past(
                student, school, entry, exit, name(line, "grade"), name(line, "homeroom"), line.flag("deleted"));
    }

    private static @Nullable String name(BulkLine line, String field) {
        return line.optional(field) == null ? null : Lines.name(line, field);
    }
}
