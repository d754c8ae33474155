package org.secondperiod.reporting.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.AtSchool;
import org.secondperiod.reporting.arithmetic.EnrolledDates;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.roster.Enrolled;
import org.secondperiod.reporting.roster.Enrolment.InYear;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.tallies.Place;

/**
 * Counts the year of one student again.
 *
 * @param before as it is stored, by school
 * @param student null: enrolled nowhere
 */
record Recount(
        SchoolYear year,
        List<StudentYear> before,
        Map<String, SchoolInYear> schools,
        @Nullable OfStudent student,
        int minimumDays) {

    /**
     * With these marks of each school and date.
     *
     * @param all they are all that there are, and not only those of dates that changed
     */
    Counted with(Map<String, Map<LocalDate, Map<String, MarkKind>>> marks, boolean all) {
        List<AtSchool> atSchools = new ArrayList<>(before.size());
        List<StudentYear> now = new ArrayList<>(before.size());
        for (StudentYear row : before) {
            SchoolInYear school = schools.get(row.schoolId());
            List<InYear> inYear = student == null
                    ? List.of()
                    : student.at(row.schoolId(), school.days().ofSchool(year));
            List<Enrolled> enrolments = inYear.stream().map(InYear::enrolled).toList();
            var told = marks.getOrDefault(row.schoolId(), Map.of());
            AtSchool atSchool = new AtSchool(
                    row.schoolId(),
                    school.days(),
                    AtSchool.enrolled(
                            year, enrolments.stream().map(Enrolled::span).toList()),
                    all ? school.read(told, enrolments) : school.reread(row.marks(), told, enrolments));
            atSchools.add(atSchool);
            now.add(new StudentYear(
                    row.studentId(),
                    row.schoolId(),
                    atSchool.marks(),
                    atSchool.counted(),
                    firstDay(atSchool.enrolled()),
                    EnrolledDates.write(atSchool.enrolled()),
                    place(inYear)));
        }
        return new Counted(year, before, now, atSchools, minimumDays);
    }

    private @Nullable LocalDate firstDay(BitSet enrolled) {
        int first = enrolled.nextSetBit(0);
        return first < 0 ? null : year.date(first);
    }

    private static Place place(List<InYear> enrolments) {
        return enrolments.stream()
                .max(Comparator.comparing(one -> one.enrolled().span().entry()))
                .map(latest ->
                        new Place(latest.enrolled().grade(), latest.enrolled().homeroom(), latest.groups()))
                .orElse(Place.NONE);
    }
}
