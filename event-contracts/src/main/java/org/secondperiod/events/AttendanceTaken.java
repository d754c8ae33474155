package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A class, or a whole school, submitted its attendance for a period. Identity: (school, school day, period, class).
 *
 * @param classId the class; none means the whole school
 * @param period a period's name, or {@code day}
 * @param deleted the submission was withdrawn
 */
public record AttendanceTaken(
        String eventId,
        String schoolId,
        LocalDate schoolDay,
        String period,
        @Nullable String classId,
        Instant takenAt,
        long version,
        boolean deleted,
        String source,
        Instant recordedAt)
        implements Event {}
