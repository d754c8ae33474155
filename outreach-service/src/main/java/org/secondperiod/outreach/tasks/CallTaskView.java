package org.secondperiod.outreach.tasks;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.priority.BandReason;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.whereabouts.Grounds;

/**
 * A call task, as it is shown.
 *
 * @param called whether somebody has dialled, or talked with the family or the student
 * @param reason why it was withdrawn
 * @param flag what changed under a caller's hands, or after the work was done
 * @param callAgainAt nobody is handed it before; whoever picks it by hand may call at once
 * @param expectedBy until when the student is expected, while it awaits an arrival
 * @param householdReachedAt when somebody of the household was spoken with about another student, while this task waited
 * @param household what it has in common with the day's other tasks that the same call covers, and nothing else has; none where there
 *     are none that the bearer may see
 * @param band who is called first: 1 for safety, 4 for the rest
 * @param bandReason why it is in that band, in an English sentence
 * @param bandReasonInCodes the same for who reads another language; none of a task whose band was decided before it was kept
 * @param assignedTo to whom a lead has shared it out
 * @param firstLine the first thing to read; only for who may know names
 * @param why both pieces of evidence, in an English sentence
 * @param whyInCodes the same for who reads another language
 * @param student only for who may know names
 */
public record CallTaskView(
        String taskId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,

        @Schema(implementation = TaskState.class, type = SchemaType.STRING)
        String state,

        boolean weakEvidence,
        boolean called,
        boolean flagged,

        @Schema(implementation = Reason.class, type = SchemaType.STRING) @Nullable
        String flag,

        @Schema(implementation = Reason.class, type = SchemaType.STRING) @Nullable
        String reason,

        @Nullable String claimedBy,
        @Nullable Instant leaseUntil,
        @Nullable Instant arrivedAt,
        Instant openedAt,
        @Nullable Instant callAgainAt,
        @Nullable Instant expectedBy,
        @Nullable Instant householdReachedAt,

        @Schema(
                description =
                        "The same in those of the day's tasks at schools of yours that one call covers; not there where there"
                                + " are none or where no names are told")
        @Nullable
        String household,

        int band,
        String bandReason,
        @Nullable BandReason bandReasonInCodes,
        @Nullable String assignedTo,
        long version,
        @Nullable String firstLine,
        String why,
        Grounds whyInCodes,
        @Nullable StudentView student) {}
