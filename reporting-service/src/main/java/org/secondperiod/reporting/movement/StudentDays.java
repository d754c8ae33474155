package org.secondperiod.reporting.movement;

import java.util.Collection;
import java.util.Comparator;
import org.secondperiod.reporting.arithmetic.District;
import org.secondperiod.reporting.tallies.Line;
import org.secondperiod.reporting.tallies.Place;

/**
 * A student's school year at a school.
 *
 * @param first the number of the first date on which the student was enrolled there
 * @param days a strip of the days that count
 */
public record StudentDays(String studentId, String schoolId, int first, String days, Place place) {

    private static final Comparator<StudentDays> LATEST =
            Comparator.comparingInt(StudentDays::first).thenComparing(StudentDays::schoolId, Comparator.reverseOrder());

    Line atSchool() {
        return new Line(first, days);
    }

    /** What it is in the district, where a date counts once: of one student at several schools. */
    static Line inDistrict(Collection<StudentDays> atSchools) {
        return new Line(
                atSchools.stream().mapToInt(StudentDays::first).min().orElse(-1),
                District.counted(atSchools.stream().map(StudentDays::days).toList()));
    }

    /** Where the student belongs in the district: as at the school that the student came to last, of two the first by id. */
    static Place placeInDistrict(Collection<StudentDays> atSchools) {
        return atSchools.stream().max(LATEST).map(StudentDays::place).orElse(Place.NONE);
    }
}
