package org.secondperiod.outreach.promises.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.promises.Promise;
import org.secondperiod.outreach.roster.StudentView;

/**
 * A promise, as it is shown.
 *
 * @param what in words; null where the kind says it
 * @param overdue its time is over, and nobody has said whether it was kept
 * @param endedBy null where it ended by itself, or has not ended
 */
@Schema(name = "Promise")
public record PromiseView(
        String promiseId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        @Nullable String attemptId,
        @Nullable String taskId,
        Promise.Side side,
        Promise.Kind kind,
        @Nullable String what,
        String owner,
        Instant madeAt,
        Instant dueAt,
        Promise.State state,
        boolean overdue,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable StudentView student,
        long version) {

    static PromiseView of(Promise promise, @Nullable StudentView student, Instant now) {
        var origin = promise.origin();
        return new PromiseView(
                promise.promiseId(),
                origin.of().student().value(),
                origin.of().school().value(),
                origin.of().day().date(),
                origin.attemptId(),
                origin.taskId(),
                promise.side(),
                promise.kind(),
                promise.what(),
                promise.owner(),
                origin.at(),
                promise.dueAt(),
                promise.state(),
                promise.isOverdue(now),
                promise.endedAt(),
                promise.endedBy(),
                student,
                promise.version());
    }
}
