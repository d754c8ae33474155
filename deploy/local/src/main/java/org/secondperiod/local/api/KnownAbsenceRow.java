package org.secondperiod.local.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A reason that a school already has for a student's absence on some days, both included. */
public record KnownAbsenceRow(
        String absenceId,
        String studentId,
        String schoolId,
        String reason,
        LocalDate from,
        LocalDate to,
        @Nullable String detail) {}
