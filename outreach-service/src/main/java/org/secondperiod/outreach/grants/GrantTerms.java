package org.secondperiod.outreach.grants;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * How long grants last.
 *
 * @param yearEnds the last day of a school year
 * @param zone the district's
 * @param longest from the moment of giving
 */
record GrantTerms(MonthDay yearEnds, ZoneId zone, Duration longest) {

    /** A grant given so shortly before the end of a year is for the next one. */
    private static final int NEARLY_OVER_DAYS = 31;

    static GrantTerms of(GrantsConfig config, ZoneId zone) {
        return new GrantTerms(MonthDay.parse("--" + config.schoolYearEnds()), zone, config.longest());
    }

    /** The end of a grant that names none. */
    Instant usualEnd(Instant now) {
        LocalDate early = LocalDate.ofInstant(now, zone).plusDays(NEARLY_OVER_DAYS);
        LocalDate thisYear = yearEnds.atYear(early.getYear());
        LocalDate last = thisYear.isBefore(early) ? yearEnds.atYear(early.getYear() + 1) : thisYear;
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Instant latestEnd(Instant now) {
        return now.plus(longest);
    }
}
