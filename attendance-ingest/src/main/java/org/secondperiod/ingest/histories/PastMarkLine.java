package org.secondperiod.ingest.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.histories.PastMark.Marked;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.schools.KnownSchools;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.orders.ErasedStudents;

/**
 * Reads a row of past attendance.
 *
 * @param schoolDays by school, the dates on which its calendar has school
 * @param today of the district; a history is of days that are over
 * @param receivedAt when a mark was made that does not say so itself
 */
record PastMarkLine(
        KnownSchools schools,
        Map<String, Set<LocalDate>> schoolDays,
        ErasedStudents erased,
        LocalDate today,
        Instant receivedAt) {

    static final Columns COLUMNS = Columns.of("studentId", "schoolId", "schoolDay", "code", "period", "takenAt")
            .required("studentId", "schoolId", "schoolDay", "code");

    private static final String WHOLE_DAY = "day";

    /** @throws org.secondperiod.kit.bulk.BadLine if it is not sound */
    PastMark read(BulkLine line) {
        SchoolId school = school(line, schools);
        SchoolDay day = SchoolDay.of(day(line, school));
        String student = line.optionalId("studentId");
        String code = Lines.code(line, "code");
        if (student == null) {
            return new PastMark(school, day, submission(line, code));
        }
        if (erased.contains(student)) {
            throw Lines.ofAnErasedStudent(line);
        }
        String period = line.optional("period") == null ? WHOLE_DAY : Lines.name(line, "period");
        Instant takenAt = line.optional("takenAt") == null ? receivedAt : Lines.happened(line, "takenAt", receivedAt);
        return new PastMark(school, day, new Marked(student, period, code, takenAt));
    }

    static SchoolId school(BulkLine line, KnownSchools schools) {
        SchoolId school = new SchoolId(line.id("schoolId"));
        if (!schools.has(school)) {
            throw line.bad("schoolId", "is a school that is not set up here: PUT /v1/schools/{schoolId} first");
        }
        return school;
    }

    private LocalDate day(BulkLine line, SchoolId school) {
        LocalDate day = Lines.day(line, "schoolDay");
        if (!day.isBefore(today)) {
            throw line.bad("schoolDay", "is not over yet: marks of today go to /v1/absence-marks");
        }
        if (!schoolDays.getOrDefault(school.value(), Set.of()).contains(day)) {
            throw line.bad(
                    "schoolDay",
                    "is no day of school in the school's calendar: PUT /v1/schools/{schoolId}/calendar with the dates of that"
                            + " year too");
        }
        return day;
    }

    private static @Nullable Marked submission(BulkLine line, String code) {
        if (!code.isEmpty()) {
            throw line.bad(
                    "studentId", "is missing; a row without it says that the day was submitted, and has no code");
        }
        return null;
    }
}
