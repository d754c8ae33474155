package org.secondperiod.reporting.chronicabsence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chronic absence as of a date.
 *
 * @param asOf days up to this date, itself too
 * @param minimumEnrolmentDays students of whom fewer days count are left out of bands
 * @param schools of which schools; none: of the whole district, where a student of two schools counts once. In {@code total} of
 *     some schools such a student counts at each
 */
public record Report(
        LocalDate asOf,
        String schoolYear,
        int minimumEnrolmentDays,
        @Nullable List<String> schools,
        @Nullable GroupBy groupBy,
        Line total,
        List<Line> lines) {}
