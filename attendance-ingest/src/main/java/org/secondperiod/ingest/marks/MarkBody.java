package org.secondperiod.ingest.marks;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;

/** A mark as it is sent, and as it is kept while it waits. */
@Schema(name = "AbsenceMark", description = "What the student information system says of one student in one period.")
public record MarkBody(
        @Schema(
                examples = "m-100237",
                description = "Your own id of the mark, if it has one. Unchanged it may be sent "
                        + "again; other content needs a higher version.")
        @Nullable
        String markId,

        @Schema(required = true, examples = "S-204511") String studentId,
        @Schema(required = true, examples = "11X265") String schoolId,

        @Schema(required = true, examples = "2026-10-14", description = "The date at the school.")
        LocalDate schoolDay,

        @Schema(required = true, examples = "1", description = "A period's name as in the bell schedule, or \"day\".")
        String period,

        @Schema(
                required = true,
                examples = "A",
                description = "The district's own code; /v1/attendance-codes says what it means.")
        String code,

        @Schema(
                required = true,
                examples = "2026-10-14T08:20:00-04:00",
                description = "When the mark was made, with its offset.")
        Instant takenAt,

        @Schema(examples = "2", description = "The highest wins; 0 where your system has none.") @Nullable
        Long version,

        @Schema(description = "The mark was withdrawn and counts as none.") @Nullable
        Boolean deleted) {

    static MarkBody of(Mark mark) {
        return new MarkBody(
                mark.markId(),
                mark.student().value(),
                mark.school().value(),
                mark.day().date(),
                mark.period(),
                mark.code(),
                mark.takenAt(),
                mark.version(),
                mark.deleted());
    }

    Mark mark() {
        return new Mark(
                markId,
                new StudentId(studentId),
                new SchoolId(schoolId),
                SchoolDay.of(schoolDay),
                period,
                code,
                takenAt,
                version == null ? 0 : version,
                Boolean.TRUE.equals(deleted));
    }
}
