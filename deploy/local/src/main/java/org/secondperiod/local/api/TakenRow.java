package org.secondperiod.local.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A class, or a whole school, has submitted its attendance for a period.
 *
 * @param classId none for the whole school
 */
public record TakenRow(
        String schoolId,
        LocalDate schoolDay,
        String period,
        @Nullable String classId,
        OffsetDateTime takenAt) {}
