package org.secondperiod.reporting.arithmetic;

import java.time.LocalDate;

/** From when to when a student was enrolled, both inclusive. */
public record Span(LocalDate entry, LocalDate exit) {

    /** An entry that nobody knows. */
    public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /** An exit that is not known yet. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    public boolean holds(LocalDate day) {
        return !day.isBefore(entry) && !day.isAfter(exit);
    }

    /** Whether it holds any day at all. */
    public boolean isAny() {
        return !exit.isBefore(entry);
    }

    /** Whether it holds a day of the year. */
    public boolean meets(SchoolYear year) {
        return isAny() && !entry.isAfter(year.last()) && !exit.isBefore(year.first());
    }
}
