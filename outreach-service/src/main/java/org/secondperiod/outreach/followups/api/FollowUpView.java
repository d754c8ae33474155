package org.secondperiod.outreach.followups.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.roster.StudentView;

/**
 * A follow-up, as it is shown.
 *
 * @param openedBy null where it opened by itself
 * @param cameOfIt what whoever ended it wrote
 */
@Schema(name = "FollowUp")
public record FollowUpView(
        String followUpId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        @Nullable String attemptId,
        @Nullable String promiseId,
        FollowUp.Kind kind,
        @Nullable ReferTo referTo,
        @Nullable String what,
        String owner,
        Instant dueAt,
        FollowUp.State state,
        @Nullable String openedBy,
        Instant openedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String cameOfIt,
        @Nullable StudentView student,
        long version) {

    static FollowUpView of(FollowUp followUp, @Nullable StudentView student) {
        var of = followUp.origin().of();
        return new FollowUpView(
                followUp.followUpId(),
                of.student().value(),
                of.school().value(),
                of.day().date(),
                followUp.origin().attemptId(),
                followUp.promiseId(),
                followUp.kind(),
                followUp.referTo(),
                followUp.what(),
                followUp.owner(),
                followUp.dueAt(),
                followUp.state(),
                followUp.openedBy(),
                followUp.openedAt(),
                followUp.endedBy(),
                followUp.endedAt(),
                followUp.cameOfIt(),
                student,
                followUp.version());
    }
}
