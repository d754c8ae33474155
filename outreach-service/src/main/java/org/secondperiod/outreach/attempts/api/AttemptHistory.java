package org.secondperiod.outreach.attempts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.AttemptVersion;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.attempts.Result;

/** What an attempt said once, and says now. */
@Schema(name = "AttemptHistory")
public record AttemptHistory(String attemptId, List<VersionView> items) {

    /**
     * A version of it.
     *
     * @param note what was written with this version; null: nothing, what was written before stood, or you may not read it
     * @param by who changed it; null where it happened by itself
     */
    @Schema(name = "AttemptVersion")
    public record VersionView(
            long version,
            AttemptVersion.What what,
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
            AttemptView.@Nullable InErrorView inError,
            @Nullable String note,
            @Nullable String by,
            Instant at) {

        static VersionView of(AttemptVersion version, boolean readsRestricted) {
            var said = version.said();
            return new VersionView(
                    version.version(),
                    version.what(),
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
                    version.contactId(),
                    AttemptView.inError(version.error()),
                    AttemptView.note(version.note(), readsRestricted),
                    version.by(),
                    version.at());
        }
    }
}
