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

/** A conversation to be logged: an incoming call, a text, a talk. */
@Schema(
        name = "ConversationRequest",
        requiredProperties = {"schoolId", "how", "with"})
public record ConversationRequest(
        @Schema(examples = "11X265") @Nullable String schoolId,

        @Schema(description = "How people came to talk") @Nullable
        How how,

        @Schema(description = "With whom") @Nullable With with,

        @Schema(description = "What was learnt of today, where that was the subject") @Nullable
        Result result,

        @Nullable OffsetDateTime comingBy,
        @Nullable ReasonToday reason,
        @Nullable List<Flag> flags,
        @Nullable NextStep nextStep,
        @Nullable ReferTo referTo,
        @Nullable OffsetDateTime callAgainAt,

        @Schema(
                description = "The last day of which the family says that the student will not come",
                examples = "2026-10-16")
        @Nullable
        LocalDate absentThrough,

        @Nullable String owner,
        @Nullable OffsetDateTime dueAt,
        @Nullable String contactId,

        @Schema(description = "From which number it came", maxLength = CallFields.LONGEST_NUMBER) @Nullable
        String number,

        @Schema(maxLength = CallFields.LONGEST_NOTE) @Nullable
        String note,

        @Schema(description = "The note is about health or safety", defaultValue = "false") @Nullable
        Boolean restricted,

        @Schema(description = "When it began; now if it is not given", examples = "2026-10-14T07:41:00-04:00") @Nullable
        OffsetDateTime startedAt,

        @Schema(description = "Who talked; you if it is not given") @Nullable
        String calledBy,

        @Schema(description = "What the school or the family promised; that the student comes in today is a result")
        @Nullable
        List<AttemptRequest.PromiseRequest> promises)
        implements SaidRequest {

    /** How people came to talk. */
    @Schema(name = "ConversationChannel")
    public enum How {
        INCOMING_CALL,
        TEXT,
        IN_PERSON
    }

    /** With whom the school talked. */
    @Schema(name = "ConversationWith")
    public enum With {
        GUARDIAN,
        STUDENT,
        OTHER;

        Outcome outcome() {
            return switch (this) {
                case GUARDIAN -> Outcome.REACHED_GUARDIAN;
                case STUDENT -> Outcome.REACHED_STUDENT;
                case OTHER -> Outcome.REACHED_OTHER;
            };
        }
    }

    /** Shows nothing of what was said. */
    @Override
    public String toString() {
        return "ConversationRequest";
    }
}
