package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where at a school a student was, as a version of the roster told it.
 *
 * @param since the date on which the version was recorded
 */
public record PlaceTold(
        LocalDate since,
        @Nullable String grade,
        @Nullable String homeroom,
        @Nullable String firstPeriod,
        List<String> groups) {

    static PlaceTold of(LocalDate since, Enrolled told, List<String> groups) {
        return new PlaceTold(since, told.grade(), told.homeroom(), told.firstPeriod(), groups);
    }

    boolean isLike(PlaceTold other) {
        return other.equals(new PlaceTold(other.since, grade, homeroom, firstPeriod, groups));
    }

    /** The enrolment, with this place. */
    Enrolled in(Enrolled enrolled) {
        return new Enrolled(enrolled.schoolId(), enrolled.span(), grade, homeroom, firstPeriod);
    }
}
