package org.secondperiod.reporting.chronicabsence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.visibility.KnownOn;

/**
 * Chronic absence as of a date.
 *
 * @param asOf days up to this date, itself too
 * @param knownOn what was learned after this date counts for nothing; none: what is known now
 * @param releasedAt when these numbers were counted, for good; none: they are as of now
 * @param minimumEnrolmentDays students of whom fewer days count are left out of bands
 * @param schools of which schools; none: of the whole district
 * @param countedOnce whether a student of two schools counts once in {@code total}; else at each
 * @param rest students who are in {@code total} and in no line, being too few for one or of use to tell who is; none: there are none
 */
public record Report(
        @Schema(description = "Days up to this date, itself too; of released numbers the end of a month")
        LocalDate asOf,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        @Schema(description = "When the numbers were counted, for good; not there where they are as of now") @Nullable
        Instant releasedAt,

        String schoolYear,

        @Schema(description = "Students of whom fewer days count are in no band")
        int minimumEnrolmentDays,

        @Schema(description = "The schools asked for; not there: the whole district") @Nullable
        List<String> schools,

        @Nullable GroupBy groupBy,

        @Schema(description = "Whether a student of two schools counts once in total; else at each")
        boolean countedOnce,

        Line total,
        List<Line> lines,

        @Schema(description = "Who is in total and in no line, since that would tell of fewer than ten students")
        @Nullable
        Line rest) {}
