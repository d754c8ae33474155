package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of what the student information system says of one student in one period, or for the whole day. Its identity
 * is (student, school, school day, period); the latest version wins by (version, takenAt), then one whose code has a meaning, or
 * a withdrawal, before one of {@link AttendanceCategory#UNKNOWN}, then by eventId.
 *
 * @param markId the source's own id of the mark, where it has one
 * @param period a period's name in the bell schedule, or {@code day}
 * @param code the district's own code, as given
 * @param category what the code means here; {@link AttendanceCategory#UNKNOWN} while nobody has said
 * @param reason the coded reason that an excusing code carries, where the mapping gives one
 * @param takenAt when the mark was made in the source
 * @param version the source's version, 0 where it has none
 * @param deleted the mark was withdrawn: it then counts as no mark
 * @param source who sent it: the credential's subject
 * @param history it is of a history that was imported: it counts, and nobody concludes from it where the student was that day;
 *     absent where it is not
 */
public record AbsenceMark(
        String eventId,
        @Nullable String markId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        String period,
        String code,
        AttendanceCategory category,
        @Nullable String reason,
        Instant takenAt,
        long version,
        boolean deleted,
        String source,
        Instant recordedAt,
        @Nullable Boolean history)
        implements Event {

    /** One that was told as things happened. */
    public AbsenceMark(
            String eventId,
            @Nullable String markId,
            String studentId,
            String schoolId,
            LocalDate schoolDay,
            String period,
            String code,
            AttendanceCategory category,
            @Nullable String reason,
            Instant takenAt,
            long version,
            boolean deleted,
            String source,
            Instant recordedAt) {
        this(
                eventId,
                markId,
                studentId,
                schoolId,
                schoolDay,
                period,
                code,
                category,
                reason,
                takenAt,
                version,
                deleted,
                source,
                recordedAt,
                null);
    }
}
