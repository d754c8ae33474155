package org.secondperiod.reporting.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a reason that the school has. It makes no day an absence and none a presence: marks do.
 *
 * @param schoolId none: all of the student's schools
 * @param from first day that any of it is on
 * @param to last day
 */
public record KnownAbsence(
        String absenceId,
        String studentId,
        @Nullable String schoolId,
        String reason,
        LocalDate from,
        LocalDate to,
        boolean withdrawn,
        Version version) {}
