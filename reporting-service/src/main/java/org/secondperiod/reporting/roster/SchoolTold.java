package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

/**
 * A school, as one version of it was told.
 *
 * @param periods of each date of its calendar how many periods it has; {@link #NO_SCHOOL} where there is no school
 * @param starts of its dates with school when their periods begin, in order
 * @param sendsTaken whether it is told when attendance was submitted; where not, a day of which there is any mark is taken for one
 *     that was
 */
public record SchoolTold(
        String schoolId,
        long version,
        String name,
        ZoneId zone,
        String triggerPeriod,
        boolean sendsTaken,
        SortedMap<LocalDate, Integer> periods,
        SortedMap<LocalDate, List<LocalTime>> starts) {

    /** In place of a number of periods. */
    public static final int NO_SCHOOL = -1;

    /** Whether marks and signals mean the same under both. */
    public boolean readsAlike(SchoolTold other) {
        return triggerPeriod.equals(other.triggerPeriod) && sendsTaken == other.sendsTaken;
    }
}
