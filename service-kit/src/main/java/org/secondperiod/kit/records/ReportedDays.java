package org.secondperiod.kit.records;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * How far back reports go: reporting-service takes in nothing of an earlier day, and whoever imports the past says so. A district
 * that sets it ({@code secondperiod.retention.keep.attendance}) sets it for both.
 */
public final class ReportedDays {

    /** The class of record of what reports are counted from. */
    public static final String CLASS = "attendance";

    /** How long it is kept where the district has said nothing. */
    public static final String USUAL = Keep.FOLLOWING_SCHOOL_YEAR;

    private ReportedDays() {}

    /** The first day of which reports keep everything. @param today the district's */
    public static LocalDate first(RetentionConfig config, LocalDate today) {
        return Keep.of(config.keep().getOrDefault(CLASS, USUAL), MonthDay.parse("--" + config.schoolYearEnds()))
                .firstKept(today);
    }
}
