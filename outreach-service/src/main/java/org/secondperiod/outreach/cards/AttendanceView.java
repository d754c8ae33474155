package org.secondperiod.outreach.cards;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.standing.Standing;

/**
 * A student's school year so far. Families are told days, never a rate or a band.
 *
 * @param asOf the last school day counted
 * @param daysLeft how many more absences the year may have and still end below chronic; none while no calendar tells
 * @param endsChronic the year ends chronic whatever comes
 * @param lastTwentyDays oldest first: P present, A absent, H half a day, L late
 */
@Schema(name = "AttendanceSoFar")
public record AttendanceView(
        LocalDate asOf,
        BigDecimal daysEnrolled,
        BigDecimal daysMissed,
        @Nullable BigDecimal daysLeft,
        boolean endsChronic,
        int daysInARow,
        String lastTwentyDays) {

    static AttendanceView of(Standing standing) {
        return new AttendanceView(
                standing.asOf(),
                days(standing.enrolledHalfDays()),
                days(standing.absentHalfDays()),
                standing.leftHalfDays() == null ? null : days(standing.leftHalfDays()),
                !standing.canEndBelowChronic(),
                standing.inARow(),
                standing.lastTwentyDays());
    }

    private static BigDecimal days(int halves) {
        return halves % 2 == 0 ? BigDecimal.valueOf(halves / 2) : BigDecimal.valueOf(halves * 5L, 1);
    }
}
