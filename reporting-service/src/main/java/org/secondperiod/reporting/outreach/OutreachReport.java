package org.secondperiod.reporting.outreach;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Percent;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * What the calls achieved in some days. Callers stand in the order of their ids: this is no league table, and who calls the hardest
 * families reaches the fewest.
 *
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param schools of which; none: of the whole district
 * @param errors calls about a child who was in the building, by cause
 */
@Schema(name = "OutreachReport")
public record OutreachReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        @Nullable GroupBy groupBy,
        Line total,
        List<Line> lines,
        List<InError> errors) {

    /** By what it is divided. */
    @Schema(name = "OutreachGroupBy")
    public enum GroupBy {
        SCHOOL,
        /** From Monday on. */
        WEEK,
        /** Only for who leads at each school asked for. */
        CALLER
    }

    /** Calls made in error, by cause. */
    @Schema(name = "CallsInError")
    public record InError(String cause, long calls) {}

    /** So many of so many. @param percent rounded, to be shown; none of nothing */
    public record Share(
            long of,
            long count,

            @Schema(description = "Rounded to be shown") @Nullable
            BigDecimal percent) {

        static Share of(long of, long count) {
            return new Share(of, count, Percent.of(count, of));
        }
    }

    /**
     * Calls of a school, a week or a caller.
     *
     * @param studentsToCall who had to be called: a task that was not withdrawn or closed by an arrival before anybody called
     * @param within30 of those still to be called 30 minutes after the cut-off, or called by then: called; none by caller
     * @param called students about whom anybody called
     * @param successful of those reached: the reason became known that day
     * @param sameDayReturn of those reached without a valid reason, and not in error: came before the last period began
     * @param averageMinutesToReturn from the call to the door
     * @param periodsSaved periods that began after they came
     * @param continuity of families reached who had been reached on an earlier day: by the same caller as the last time
     * @param numbersNotWorking of calls dialled: wrong numbers and numbers out of service
     * @param absentNextDay of those reached whose next school day counts: absent on it
     * @param errors of the calls those about a child who was in the building, by cause
     */
    @Schema(name = "OutreachLine")
    public record Line(
            @Nullable String schoolId,
            @Nullable String schoolName,
            @Nullable String caller,
            @Nullable LocalDate week,
            @Nullable Long studentsToCall,
            @Nullable Share within30,
            @Nullable Share within60,
            @Nullable Share within120,
            long calls,
            long called,
            Share reached,
            Share successful,
            Share sameDayReturn,
            @Nullable Long averageMinutesToReturn,
            long periodsSaved,
            Share promisesKept,
            Share continuity,
            Share numbersNotWorking,
            Share absentNextDay,
            List<InError> errors) {}
}
