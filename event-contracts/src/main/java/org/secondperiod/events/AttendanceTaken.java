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
 * @param history it is of a history that was imported: the day counts, and nobody is looked for on it; absent where it is not
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
        Instant recordedAt,
        @Nullable Boolean history)
        implements Event {

    /** One that was told as things happened. */
    public AttendanceTaken(
            String eventId,
            String schoolId,
            LocalDate schoolDay,
            String period,
            @Nullable String classId,
            Instant takenAt,
            long version,
            boolean deleted,
            String source,
            Instant recordedAt) {
        this(eventId, schoolId, schoolDay, period, classId, takenAt, version, deleted, source, recordedAt, null);
    }
}
