package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Span;

/** A student's enrolment at a school. */
public record Enrolled(
        String schoolId,
        Span span,
        @Nullable String grade,
        @Nullable String homeroom,
        @Nullable String firstPeriod) {

    /** Whether it is another version of the same: the same school from the same day on. */
    boolean isSameAs(Enrolled other) {
        return schoolId.equals(other.schoolId) && span.entry().equals(other.span.entry());
    }

    Enrolled until(LocalDate exit) {
        return new Enrolled(schoolId, new Span(span.entry(), exit), grade, homeroom, firstPeriod);
    }
}
