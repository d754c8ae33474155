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

/** What a call should have been logged as: the whole of it. What is left out is not said, but for the note and the number. */
@Schema(name = "AttemptCorrection", requiredProperties = "outcome")
public record AttemptEdit(
        @Nullable Outcome outcome,
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
        @Nullable String contactId,

        @Schema(
                description = "Which number it was; left out, what is known stays",
                maxLength = CallFields.LONGEST_NUMBER)
        @Nullable
        String number,

        @Schema(
                description =
                        "Left out, what is written stays, also where you may not read it; an empty text takes it out",
                maxLength = CallFields.LONGEST_NOTE)
        @Nullable
        String note,

        @Schema(description = "The note is about health or safety", defaultValue = "false") @Nullable
        Boolean restricted)
        implements SaidRequest {

    /** Shows nothing of what was said. */
    @Override
    public String toString() {
        return "AttemptEdit";
    }
}
