package org.secondperiod.outreach.followups.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.promises.Promise;
import org.secondperiod.outreach.roster.StudentView;

/**
 * A follow-up, as it is shown.
 *
 * @param promise the promise that it is about, where it is about one
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
        @Nullable AboutPromise promise,
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

    /**
     * What was promised, and by which side.
     *
     * @param what in words; null where the kind says it
     */
    @Schema(name = "FollowUpPromise")
    public record AboutPromise(
            Promise.Side side, Promise.Kind kind, @Nullable String what) {

        static @Nullable AboutPromise of(@Nullable Promise promise) {
            return promise == null ? null : new AboutPromise(promise.side(), promise.kind(), promise.what());
        }

        /** Shows nothing of what was promised. */
        @Override
        public String toString() {
            return "AboutPromise";
        }
    }

    static FollowUpView of(FollowUp followUp, @Nullable Promise promise, @Nullable StudentView student) {
        var of = followUp.origin().of();
        return new FollowUpView(
                followUp.followUpId(),
                of.student().value(),
                of.school().value(),
                of.day().date(),
                followUp.origin().attemptId(),
                followUp.promiseId(),
                AboutPromise.of(promise),
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
