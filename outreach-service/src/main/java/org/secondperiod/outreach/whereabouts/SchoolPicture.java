package org.secondperiod.outreach.whereabouts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A school's day in numbers, to tell missing students from missing data.
 *
 * @param enrolled students enrolled that day
 * @param knownAbsent of these, students for whom {@link Assess#isKnownAbsent} holds
 * @param markedAbsentUnexplained of these, students for whom {@link Assess#isMarkedAbsentUnexplained} holds
 * @param anyScan whether there was any usable scan in any of the school's buildings that day
 * @param medianShareOfLast20Days the median of {@code markedAbsentUnexplained / (enrolled - knownAbsent)} over the
 *     school's last 20 school days; null where it does not have 20
 */
public record SchoolPicture(
        int enrolled,
        int knownAbsent,
        int markedAbsentUnexplained,
        boolean anyScan,
        @Nullable BigDecimal medianShareOfLast20Days) {}
