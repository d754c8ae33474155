package org.secondperiod.reporting.years;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Standing;

/**
 * A student's standing as it is told.
 *
 * @param year the calendar year in which its school year begins
 * @param version counts what was told of the student
 */
public record Told(String studentId, int year, Standing standing, long version) {

    /**
     * What is to be told now; nothing where it is the same as before, or is about a year before the one that was told.
     *
     * @param before what was told last; null: nothing
     * @param standing nothing where no day of the year counts
     */
    public static Optional<Told> next(
            String studentId, SchoolYear year, @Nullable Told before, Optional<Standing> standing) {
        if (before == null || before.year() < year.begins()) {
            long version = before == null ? 1 : before.version() + 1;
            return standing.map(now -> new Told(studentId, year.begins(), now, version));
        }
        if (before.year() > year.begins()) {
            return Optional.empty();
        }
        Standing now = standing.orElseGet(before.standing()::withoutDays);
        return now.equals(before.standing())
                ? Optional.empty()
                : Optional.of(new Told(studentId, year.begins(), now, before.version() + 1));
    }
}
