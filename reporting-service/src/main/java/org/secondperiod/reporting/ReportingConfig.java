package org.secondperiod.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import org.secondperiod.reporting.arithmetic.StatusRule;

/** How attendance is counted. What is changed here counts from a rebuild on: {@code ./sp reports rebuild}. */
@ConfigMapping(prefix = "secondperiod.reporting")
public interface ReportingConfig {

    /** A student of whom fewer days count is in no band, and named as left out. Days; default 10. */
    @WithDefault("10")
    int minimumEnrolment();

    /** By what a day is judged at schools that mark periods and not the day. Default {@code TRIGGER_PERIOD}. */
    @WithDefault("TRIGGER_PERIOD")
    StatusRule dailyStatus();

    /** The same for a school by its id, where it is another than the district's. */
    Map<String, StatusRule> dailyStatusOf();

    /** Students who are counted again in one transaction, where a whole school is. Default 1,000. */
    @WithDefault("1000")
    int chunk();
}
