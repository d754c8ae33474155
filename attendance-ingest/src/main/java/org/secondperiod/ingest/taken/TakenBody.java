package org.secondperiod.ingest.taken;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** A submission as it is sent, and as it is kept while it waits. */
@Schema(name = "AttendanceTaken", description = "A class, or a whole school, submitted its attendance for a period.")
public record TakenBody(
        @Schema(required = true, examples = "11X265") String schoolId,

        @Schema(required = true, examples = "2026-10-14", description = "The date at the school.")
        LocalDate schoolDay,

        @Schema(required = true, examples = "1", description = "A period's name as in the bell schedule, or \"day\".")
        String period,

        @Schema(examples = "ENG-101", description = "The class; without it, the whole school.") @Nullable
        String classId,

        @Schema(
                required = true,
                examples = "2026-10-14T08:31:00-04:00",
                description = "When it was submitted, with its offset.")
        Instant takenAt,

        @Schema(examples = "1", description = "The highest wins; 0 where your system has none.") @Nullable
        Long version,

        @Schema(description = "The submission was withdrawn.") @Nullable
        Boolean deleted) {

    static TakenBody of(Submission submission) {
        return new TakenBody(
                submission.school().value(),
                submission.day().date(),
                submission.period(),
                submission.classId(),
                submission.takenAt(),
                submission.version(),
                submission.deleted());
    }

    Submission submission() {
        return new Submission(
                new SchoolId(schoolId),
                SchoolDay.of(schoolDay),
                period,
                classId,
                takenAt,
                version == null ? 0 : version,
                Boolean.TRUE.equals(deleted));
    }
}
