package org.secondperiod.ingest.schools;

import java.time.LocalDate;
import java.util.List;

/**
 * The periods of a day type.
 *
 * @param effectiveFrom the first school day it holds for
 * @param remote students are not expected in the building
 */
public record BellSchedule(String dayType, LocalDate effectiveFrom, boolean remote, List<Period> periods) {

    /** The day type that a school's ordinary days have. */
    public static final String REGULAR = "regular";

    /** Whether it has this period. */
    public boolean has(String period) {
        return periods.stream().anyMatch(each -> period.equals(each.name()));
    }
}
