package org.secondperiod.ingest.knownabsences.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A known absence as it is sent and shown. */
@Schema(
        name = "KnownAbsence",
        description = "A reason the school already has. It covers days (both ends included) or hours "
                + "(the end excluded): from and to are both dates or both times with their offsets.")
record KnownAbsenceBody(
        @Schema(
                readOnly = true,
                examples = "KA-7731",
                description = "Given by the path; in a batch, a field of each line.")
        @Nullable
        String absenceId,

        @Schema(required = true, examples = "S-204511") String studentId,

        @Schema(examples = "11X265", description = "Without it, all of the student's schools.") @Nullable
        String schoolId,

        @Schema(
                required = true,
                examples = "trip",
                enumeration = {"trip", "suspension", "medical", "religious", "family-reported", "released", "remote"})
        String reason,

        @Schema(required = true, examples = "2026-10-14") String from,
        @Schema(required = true, examples = "2026-10-16") String to,

        @Schema(
                description =
                        "At most 500 characters. Encrypted before it is stored or sent; shown only to who may write it.")
        @Nullable
        String detail,

        @Schema(examples = "1", description = "Without it, the one after the last.") @Nullable
        Long version,

        @Schema(defaultValue = "false", description = "It was withdrawn and counts as none.") @Nullable
        Boolean deleted) {}
