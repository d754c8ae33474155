package org.secondperiod.outreach.facts.api;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was seen. */
@Schema(
        name = "SightingRequest",
        requiredProperties = {"studentId", "schoolId", "seen"})
public record SightingRequest(
        @Schema(
                description =
                        "An id of your own; the same again has no effect twice. Without one it is made of the content",
                examples = "sighting-0017")
        @Nullable
        String sightingId,

        @Schema(description = "Who was seen, or looked for", examples = "904272681") @Nullable
        String studentId,

        @Schema(description = "At which school", examples = "11X265") @Nullable
        String schoolId,

        @Schema(
                description = "in-building: somebody saw the student; not-in: the door system was checked by hand",
                enumeration = {"in-building", "not-in"},
                examples = "in-building")
        @Nullable
        String seen,

        @Schema(description = "When; now if it is not given", examples = "2026-10-14T08:47:00-04:00") @Nullable
        OffsetDateTime at,

        @Schema(description = "Who saw it; the bearer if it is not given", examples = "m.ortiz") @Nullable
        String by,

        @Schema(description = "What else is worth knowing", maxLength = 500) @Nullable
        String note,

        @Schema(
                description =
                        "The note is about health or safety: only who has the right to read those sees it, others that there is one",
                defaultValue = "false")
        @Nullable
        Boolean restricted) {}
