package org.secondperiod.outreach.attempts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.ErrorCause;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.RootCause;
import org.secondperiod.outreach.attempts.db.RootCauseStore;

/**
 * A call or a conversation, as it is shown to the people of the school.
 *
 * @param callId what the attempts have in common that were one call, about several students
 * @param note null where there is none, or where it is restricted and the bearer may not read it
 * @param noteRestricted there is a note about health or safety
 * @param successful somebody was reached and the reason is known
 * @param rootCause set after the call by somebody who knows the student; never for a family
 * @param tasksLeft of the call's tasks, those that this change of it has left as they are, because something else has become of them
 *     or somebody else logged that part; null where nothing is changed
 */
@Schema(name = "Attempt")
public record AttemptView(
        String attemptId,
        String callId,
        @Nullable String taskId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        Channel channel,
        Outcome outcome,
        @Nullable Result result,
        @Nullable Instant comingBy,
        @Nullable ReasonToday reason,
        List<Flag> flags,
        @Nullable NextStep nextStep,
        @Nullable ReferTo referTo,
        @Nullable Instant callAgainAt,
        @Nullable LocalDate absentThrough,
        @Nullable String owner,
        @Nullable Instant dueAt,
        @Nullable String contactId,
        @Nullable String note,
        boolean noteRestricted,
        boolean successful,
        String calledBy,
        String loggedBy,
        Instant startedAt,
        Instant recordedAt,
        Instant changedAt,
        boolean undone,
        @Nullable InErrorView inError,
        @Nullable RootCauseView rootCause,
        long version,
        @Nullable List<String> tasksLeft) {

    /** A family was called about a child who was in the building. @param by who says so; null where it was found by itself */
    @Schema(name = "CallInError")
    public record InErrorView(
            ErrorCause cause,
            @Nullable Instant evidenceAt,
            @Nullable String by) {}

    /** What somebody who knows the student takes to be at the root. */
    @Schema(name = "AttemptRootCause")
    public record RootCauseView(RootCause cause, String by, Instant at) {}

    static AttemptView of(
            Attempt attempt,
            boolean readsRestricted,
            RootCauseStore.@Nullable Set root,
            @Nullable List<String> tasksLeft) {
        var said = attempt.said();
        return new AttemptView(
                attempt.attemptId(),
                attempt.callId(),
                attempt.taskId(),
                attempt.of().student().value(),
                attempt.of().school().value(),
                attempt.of().day().date(),
                attempt.channel(),
                said.outcome(),
                said.result(),
                said.comingBy(),
                said.reason(),
                said.flags().stream().sorted().toList(),
                said.nextStep(),
                said.referTo(),
                said.callAgainAt(),
                said.absentThrough(),
                said.owner(),
                said.dueAt(),
                attempt.contactId(),
                note(attempt.note(), readsRestricted),
                attempt.note() != null && attempt.note().restricted(),
                said.isSuccessful(),
                attempt.calledBy(),
                attempt.loggedBy(),
                attempt.startedAt(),
                attempt.recordedAt(),
                attempt.changedAt(),
                attempt.undoneAt() != null,
                inError(attempt.error()),
                root == null || root.cause() == null ? null : new RootCauseView(root.cause(), root.by(), root.at()),
                attempt.version(),
                tasksLeft);
    }

    static @Nullable String note(Attempt.@Nullable Note note, boolean readsRestricted) {
        return note == null || (note.restricted() && !readsRestricted) ? null : note.text();
    }

    static @Nullable InErrorView inError(Attempt.@Nullable InError error) {
        return error == null ? null : new InErrorView(error.cause(), error.evidenceAt(), error.by());
    }
}
