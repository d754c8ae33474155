package org.secondperiod.reporting.watchlist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * Whom to look at, as of a date.
 *
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param why reasons that were asked for
 * @param counts of those who are listed, for every reason
 * @param leftOut of those who were asked for
 * @param students by school, and the least absences left first
 */
@Schema(name = "WatchList")
public record WatchList(
        LocalDate asOf,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        String schoolYear,
        int minimumEnrolmentDays,
        List<String> schools,

        @Schema(description = "The grade asked for; not there: of any") @Nullable
        String grade,

        @Schema(description = "The homeroom asked for; not there: of any") @Nullable
        String homeroom,

        @Schema(description = "The group asked for; not there: of any") @Nullable
        String group,

        Set<Why> why,

        @Schema(
                description =
                        "How many of those who are listed are on it for each reason, which may be several; for every reason")
        List<Count> counts,

        LeftOut leftOut,
        List<Watched> students) {

    /** So many are on it for this reason. */
    @Schema(name = "WatchListCount")
    public record Count(Why why, long students) {

        static List<Count> of(List<Watched> listed) {
            return Arrays.stream(Why.values())
                    .map(why -> new Count(
                            why,
                            listed.stream()
                                    .filter(one -> one.why().contains(why))
                                    .count()))
                    .toList();
        }
    }

    /** Of those who were asked for, who cannot be on it, or not for every reason, and why. */
    @Schema(name = "WatchListLeftOut")
    public record LeftOut(
            @Schema(
                    description =
                            "Of whom days count, but fewer than the minimum: in no band, and on it only for days in a row or"
                                    + " few absences left")
            long belowMinimumEnrolment,

            @Schema(description = "Of whom no day counts") long noDayCounts,

            @Schema(description = "Who was enrolled on an earlier day of the school year, and is not on the date")
            long noLongerEnrolled,

            @Schema(
                    description =
                            "Days of the schools up to the date that are over and were not submitted: they count for nobody")
            long daysNotSubmitted) {

        static final LeftOut NONE = new LeftOut(0, 0, 0, 0);

        LeftOut plus(LeftOut other) {
            return new LeftOut(
                    belowMinimumEnrolment + other.belowMinimumEnrolment,
                    noDayCounts + other.noDayCounts,
                    noLongerEnrolled + other.noLongerEnrolled,
                    daysNotSubmitted + other.daysNotSubmitted);
        }
    }
}
