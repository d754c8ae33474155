package org.secondperiod.reporting.years;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.tallies.Place;

/**
 * A student's year at a school, as it is stored and tallied.
 *
 * @param marks a strip of what marks say
 * @param days a strip of the days that count
 * @param firstDay the first day of the year on which the student was enrolled; none: on no day
 * @param enrolled the dates on which the student was enrolled, as {@code EnrolledDates} writes them
 * @param place where in reports it belongs
 */
public record StudentYear(
        String studentId,
        String schoolId,
        String marks,
        String days,
        @Nullable LocalDate firstDay,
        String enrolled,
        Place place) {}
