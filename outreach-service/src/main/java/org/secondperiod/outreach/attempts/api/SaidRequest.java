package org.secondperiod.outreach.attempts.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.Said;

/** What was said about a student, as a request has it. */
interface SaidRequest {

    @Nullable
    Result result();

    @Nullable
    OffsetDateTime comingBy();

    @Nullable
    ReasonToday reason();

    @Nullable
    List<Flag> flags();

    @Nullable
    NextStep nextStep();

    @Nullable
    ReferTo referTo();

    @Nullable
    OffsetDateTime callAgainAt();

    @Nullable
    LocalDate absentThrough();

    @Nullable
    OffsetDateTime dueAt();

    /** In the words of the rules. @param owner as a member of staff */
    @Schema(hidden = true)
    default Said said(Outcome outcome, @Nullable String owner) {
        return new Said(
                outcome,
                result(),
                CallFields.instant(comingBy()),
                reason(),
                Set.copyOf(CallFields.items("flags", flags(), Flag.values().length)),
                nextStep(),
                referTo(),
                CallFields.instant(callAgainAt()),
                absentThrough(),
                owner,
                CallFields.instant(dueAt()));
    }
}
