package org.secondperiod.ingest.absencelists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.secondperiod.ingest.absencelists.AbsenceList.Row;
import org.secondperiod.ingest.codes.AttendanceCodes;
import org.secondperiod.ingest.input.Fields;
import org.secondperiod.ingest.schools.RungPeriods;

/** What a list must be: of today or yesterday, of students of the school, in its periods, by codes that mean something. */
final class AbsenceListCheck {

    private final AbsenceList list;
    private final Fields fields = new Fields();

    AbsenceListCheck(AbsenceList list) {
        this.list = list;
    }

    AbsenceListCheck times(LocalDate today, Instant now) {
        var day = list.day().date();
        if (day.isAfter(today) || day.isBefore(today.minusDays(1))) {
            fields.refuse("schoolDay", "is neither today nor yesterday at the school");
        }
        var withdraws = list.withdraws();
        if (withdraws != null && withdraws.isAfter(now)) {
            fields.refuse("withdraws", "is in the future");
        }
        return this;
    }

    AbsenceListCheck rows(Set<String> enrolled, AttendanceCodes codes, RungPeriods rung) {
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < list.rows().size(); i++) {
            row("rows[" + i + "].", list.rows().get(i), enrolled, codes, rung, told);
        }
        return this;
    }

    private void row(
            String at,
            Row row,
            Set<String> enrolled,
            AttendanceCodes codes,
            RungPeriods rung,
            Map<String, String> told) {
        if (!enrolled.contains(row.studentId())) {
            fields.refuse(at + "studentId", "is nobody who is enrolled at this school on that day");
        }
        if (rung.lacks(list.school(), row.period())) {
            fields.refuse(at + "period", "is in no bell schedule of this school");
        }
        if (codes.meaning(list.school(), row.code()) == null) {
            fields.refuse(at + "code", "has no meaning at this school: say first what it means");
        }
        var before = told.putIfAbsent(row.studentId() + ' ' + row.period(), row.code());
        if (before != null && !before.equals(row.code())) {
            fields.refuse(at + "code", "contradicts another row of the same student and period");
        }
    }

    void throwIfBad() {
        fields.throwIfBad();
    }
}
