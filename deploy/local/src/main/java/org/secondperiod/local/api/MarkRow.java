package org.secondperiod.local.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An absence mark as a student information system sends it. */
public record MarkRow(
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        String period,
        String code,
        OffsetDateTime takenAt,
        long version,
        @Nullable Boolean deleted) {}
