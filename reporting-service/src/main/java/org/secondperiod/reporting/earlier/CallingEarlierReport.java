package org.secondperiod.reporting.earlier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * What calling earlier rather than later changes.
 *
 * @param to at the latest yesterday: on a day that is not over those drawn late have not had their time
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param effect none unless it is estimated
 * @param says in a sentence what was found
 * @param outcome what is compared
 * @param doesNotShow what must not be read out of it
 */
@Schema(name = "CallingEarlierReport")
public record CallingEarlierReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        State state,
        Sample sample,
        Side early,
        Side late,
        @Nullable Effect effect,
        String says,
        String outcome,
        String doesNotShow) {

    /** Whether there is an estimate. */
    @Schema(name = "CallingEarlierState")
    public enum State {
        /** Nobody was drawn: the district had not approved it, or nobody was to be called. */
        NOT_DRAWN,
        TOO_FEW,
        ESTIMATED
    }

    /**
     * Out of what.
     *
     * @param students call tasks that were drawn
     * @param compared of these who were drawn early or late, and not in the middle or alone
     * @param draws bands of schools' days, with two students or more
     */
    @Schema(name = "CallingEarlierSample")
    public record Sample(long students, long compared, long draws, long schoolDays, long schools) {}

    /**
     * Those drawn early, or late.
     *
     * @param called whom anybody called at all
     * @param averageMinutesToCall from the task's opening to the first call
     * @param came the same day, before the last period began
     */
    @Schema(name = "CallingEarlierSide")
    public record Side(
            long students,
            long called,
            @Nullable Long averageMinutesToCall,
            long came,

            @Schema(description = "Of the students; rounded to be shown") @Nullable
            BigDecimal percent) {}

    /**
     * In percentage points, rounded to be shown.
     *
     * @param points how many more in a hundred came of those drawn early
     * @param low from here
     * @param high to here: so it is in 95 of 100 such samples
     * @param beyondChance whether the interval is without 0
     */
    @Schema(name = "CallingEarlierEffect")
    public record Effect(BigDecimal points, BigDecimal low, BigDecimal high, boolean beyondChance) {}
}
