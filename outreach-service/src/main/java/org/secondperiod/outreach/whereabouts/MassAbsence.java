package org.secondperiod.outreach.whereabouts;

import java.math.BigDecimal;
import java.util.Optional;

/** When so many are missing that the data are doubted before the students are. */
final class MassAbsence {

    /** Fewer students marked absent than this are called, whatever their share. */
    static final int AT_LEAST = 20;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MassAbsence() {}

    /**
     * @param limitPercent the school's limit; at the limit is not over it
     * @param scansWereDue whether somebody should have been scanned; else only marks are looked at
     */
    static Optional<Hold.MassAbsence> of(SchoolPicture school, int limitPercent, boolean scansWereDue) {
        boolean noScanAtAll = scansWereDue && !school.anyScan();
        if (!noScanAtAll && !tooManyMarkedAbsent(school, limitPercent)) {
            return Optional.empty();
        }
        return Optional.of(new Hold.MassAbsence(noScanAtAll, school.markedAbsentUnexplained(), expected(school)));
    }

    private static boolean tooManyMarkedAbsent(SchoolPicture school, int limitPercent) {
        BigDecimal limit = BigDecimal.valueOf(limitPercent).divide(HUNDRED);
        return school.markedAbsentUnexplained() >= AT_LEAST
                && isMoreThan(limit, school)
                && (school.medianShareOfLast20Days() == null
                        || isMoreThan(school.medianShareOfLast20Days().multiply(BigDecimal.TWO), school));
    }

    /** Whether the share marked absent is over {@code share}; in whole students, so that nothing is rounded. */
    private static boolean isMoreThan(BigDecimal share, SchoolPicture school) {
        BigDecimal students = share.multiply(BigDecimal.valueOf(expected(school)));
        return BigDecimal.valueOf(school.markedAbsentUnexplained()).compareTo(students) > 0;
    }

    private static int expected(SchoolPicture school) {
        return school.enrolled() - school.knownAbsent();
    }
}
