package org.secondperiod.reporting.watchlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom to look at, as of a date.
 *
 * @param why reasons that were asked for
 * @param students by school, and the least absences left first
 */
@Schema(name = "WatchList")
public record WatchList(
        LocalDate asOf,
        String schoolYear,
        int minimumEnrolmentDays,
        List<String> schools,
        Set<Why> why,
        List<Watched> students) {}
