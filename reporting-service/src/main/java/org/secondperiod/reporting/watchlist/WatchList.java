package org.secondperiod.reporting.watchlist;

import java.time.LocalDate;
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
 * @param students by school, and the least absences left first
 */
@Schema(name = "WatchList")
public record WatchList(
        LocalDate asOf,

        @Schema(description = KnownOn.ANSWERED) @Nullable LocalDate knownOn,

        String schoolYear,
        int minimumEnrolmentDays,
        List<String> schools,
        Set<Why> why,
        List<Watched> students) {}
