package org.secondperiod.outreach.attempts.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.promises.Promise;

/** A call to be logged. */
@Schema(name = "AttemptRequest", requiredProperties = "outcome")
public record AttemptRequest(
        @Schema(description = "What happened on the line: exactly one") @Nullable
        Outcome outcome,

        @Schema(description = "What was learnt: exactly one where somebody was reached") @Nullable
        Result result,

        @Schema(
                description = "By when the student is coming in; with COMING_IN_TODAY",
                examples = "2026-10-14T10:15:00-04:00")
        @Nullable
        OffsetDateTime comingBy,

        @Schema(description = "Why the student is not there today") @Nullable
        ReasonToday reason,

        @Schema(description = "What makes it a matter of safety: each escalates at once") @Nullable
        List<Flag> flags,

        @Nullable NextStep nextStep,
        @Nullable ReferTo referTo,

        @Schema(description = "From when on the family is to be called again", examples = "2026-10-14T09:40:00-04:00")
        @Nullable
        OffsetDateTime callAgainAt,

        @Schema(
                description = "The last day of which the family says that the student will not come",
                examples = "2026-10-16")
        @Nullable
        LocalDate absentThrough,

        @Schema(description = "Who sees to what stays open; who dialled if it is not given", examples = "rivera")
        @Nullable
        String owner,

        @Schema(description = "Until when that is to be done", examples = "2026-10-15T12:00:00-04:00") @Nullable
        OffsetDateTime dueAt,

        @Schema(description = "Which of the student's contacts was called", examples = "G-7781") @Nullable
        String contactId,

        @Schema(
                description = "Which number was dialled; kept so that nobody reads it, for the number's health",
                examples = "(718) 555-0142",
                maxLength = CallFields.LONGEST_NUMBER)
        @Nullable
        String number,

        @Schema(
                description = "What else is worth knowing, for the school's people",
                maxLength = CallFields.LONGEST_NOTE)
        @Nullable
        String note,

        @Schema(
                description =
                        "The note is about health or safety: only who has the right to read those sees it, others that there is one",
                defaultValue = "false")
        @Nullable
        Boolean restricted,

        @Schema(description = "When it was dialled; now if it is not given", examples = "2026-10-14T08:52:00-04:00")
        @Nullable
        OffsetDateTime startedAt,

        @Schema(
                description = "Who dialled, where a sheet of paper is keyed in; you if it is not given",
                examples = "rivera")
        @Nullable
        String calledBy,

        @Schema(
                description =
                        "You go on with another number of the family: the task stays yours. After a wrong number, one"
                                + " that is not in service, or somebody who asked not to be called it does if it is not given")
        @Nullable
        Boolean keepClaim,

        @Schema(description = "What the school or the family promised; that the student comes in today is a result")
        @Nullable
        List<PromiseRequest> promises,

        @Schema(
                description = "Call tasks of other students of the household whom this call was about too",
                maxItems = AttemptRequest.MOST_SIBLINGS)
        @Nullable
        List<AlsoFor> alsoFor)
        implements SaidRequest {

    static final int MOST_SIBLINGS = 10;

    /** Shows nothing of what was said, so that none of it comes into a log by accident. */
    @Override
    public String toString() {
        return "AttemptRequest";
    }

    /** What the school or the family promised. */
    @Schema(
            name = "NewPromise",
            requiredProperties = {"what", "dueAt"})
    public record PromiseRequest(
            @Schema(description = "What", examples = "A MetroCard", maxLength = CallFields.LONGEST_PROMISE) @Nullable
            String what,

            @Schema(examples = "2026-10-15T15:00:00-04:00") @Nullable
            OffsetDateTime dueAt,

            @Schema(description = "Who sees to it; who dialled if it is not given") @Nullable
            String owner,

            @Schema(description = "Who promised", defaultValue = "SCHOOL")
            Promise.@Nullable Side side) {

        /** Who promised: the school where nobody says. */
        Promise.Side by() {
            return side == null ? Promise.Side.SCHOOL : side;
        }

        /** Shows nothing of what was promised. */
        @Override
        public String toString() {
            return "PromiseRequest";
        }
    }

    /**
     * Another student of the household. With a task alone the same was said about both; with a result it is what was said about
     * this one. Notes are of one student each.
     */
    @Schema(name = "AlsoFor", requiredProperties = "taskId")
    public record AlsoFor(
            @Schema(description = "The other student's call task") @Nullable
            String taskId,

            @Nullable Result result,
            @Nullable OffsetDateTime comingBy,
            @Nullable ReasonToday reason,
            @Nullable List<Flag> flags,
            @Nullable NextStep nextStep,
            @Nullable ReferTo referTo,
            @Nullable OffsetDateTime callAgainAt,
            @Nullable LocalDate absentThrough,
            @Nullable String owner,
            @Nullable OffsetDateTime dueAt,

            @Schema(maxLength = CallFields.LONGEST_NOTE) @Nullable
            String note,

            @Nullable Boolean restricted)
            implements SaidRequest {

        boolean saysItsOwn() {
            return result != null;
        }

        /** Shows nothing of what was said. */
        @Override
        public String toString() {
            return "AlsoFor";
        }
    }
}
