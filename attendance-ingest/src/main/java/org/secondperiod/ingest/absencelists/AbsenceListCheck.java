package org.secondperiod.ingest.absencelists;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.secondperiod.ingest.absencelists.AbsenceList.Place;
import org.secondperiod.ingest.absencelists.AbsenceList.Row;
import org.secondperiod.ingest.codes.AttendanceCodes;
import org.secondperiod.ingest.input.Fields;
import org.secondperiod.ingest.schools.RungPeriods;

/**
 * What a list must be: of today or yesterday, of students of the school, in its periods, by codes that mean something.
 *
 * @param enrolled of the students of the list, those who are enrolled at the school on its day
 * @param erased whether a student was erased
 */
record AbsenceListCheck(Set<String> enrolled, Predicate<String> erased, AttendanceCodes codes, RungPeriods rung) {

    /** Refuses (422) a list with anything wrong, and names all of it. */
    void require(AbsenceList list, LocalDate today) {
        var fields = new Fields();
        var day = list.day().date();
        if (day.isAfter(today) || day.isBefore(today.minusDays(1))) {
            fields.refuse("schoolDay", "is neither today nor yesterday at the school, where it is " + today);
        }
        for (int i = 0; i < list.completeIn().size(); i++) {
            period(fields, "periods[" + i + "]", list, list.completeIn().get(i));
        }
        Map<Place, String> told = new HashMap<>();
        for (int i = 0; i < list.rows().size(); i++) {
            row(fields, "rows[" + i + "].", list, list.rows().get(i), told);
        }
        fields.throwIfBad();
    }

    private void period(Fields fields, String at, AbsenceList list, String period) {
        if (rung.lacks(list.school(), period)) {
            fields.refuse(at, "is in no bell schedule of this school");
        }
    }

    private void row(Fields fields, String at, AbsenceList list, Row row, Map<Place, String> told) {
        if (erased.test(row.studentId())) {
            fields.refuse(at + "studentId", "is a student who was erased; nothing is taken in any more");
        } else if (!enrolled.contains(row.studentId())) {
            fields.refuse(at + "studentId", "is nobody who is enrolled at this school on that day");
        }
        period(fields, at + "period", list, row.period());
        if (codes.meaning(list.school(), row.code()) == null) {
            fields.refuse(at + "code", "has no meaning at this school: say first what it means");
        }
        var before = told.putIfAbsent(row.place(), row.code());
        if (before != null && !before.equals(row.code())) {
            fields.refuse(at + "code", "contradicts another row of the same student and period");
        }
    }
}
