package org.secondperiod.outreach.groupnotes.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.groupnotes.GroupNote;
import org.secondperiod.outreach.groupnotes.GroupReason;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.visibility.VisibilityService;

/** A note to be written. */
@Schema(
        name = "NewGroupNote",
        requiredProperties = {"schoolId", "schoolDay", "reason", "text", "taskIds"})
record GroupNoteRequest(
        @Schema(examples = "11X265") @Nullable String schoolId,

        @Schema(examples = "2026-10-14") @Nullable LocalDate schoolDay,

        @Nullable GroupReason reason,

        @Schema(examples = "Bus 14 is stuck at the bridge", minLength = 1, maxLength = LONGEST_TEXT) @Nullable
        String text,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = String.class,
                description = "Whom it is about, by their call tasks",
                minItems = 1,
                maxItems = MOST)
        @Nullable
        List<String> taskIds) {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST = 500;

    /** The note; refuses (422) what cannot be. */
    GroupNote note(String id, String by, Instant now) {
        new Given()
                .field("schoolId", schoolId)
                .field("schoolDay", schoolDay)
                .field("reason", reason)
                .field("text", text)
                .field("taskIds", taskIds)
                .orRefuse();
        String typed = Objects.requireNonNull(text);
        if (typed.isBlank() || typed.length() > LONGEST_TEXT) {
            throw Problems.field("text", "has 1 to " + LONGEST_TEXT + " characters");
        }
        if (tasks().isEmpty() || tasks().size() > MOST) {
            throw Problems.field("taskIds", "names 1 to " + MOST + " call tasks");
        }
        return new GroupNote(
                id,
                new SchoolOnDay(
                        new SchoolId(VisibilityService.id("schoolId", schoolId)),
                        SchoolDay.of(Objects.requireNonNull(schoolDay))),
                Objects.requireNonNull(reason),
                typed,
                by,
                now,
                null,
                1);
    }

    List<String> tasks() {
        return Objects.requireNonNull(taskIds).stream()
                .map(id -> VisibilityService.id("taskIds", id))
                .toList();
    }
}
