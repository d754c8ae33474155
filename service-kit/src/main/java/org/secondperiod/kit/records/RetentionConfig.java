package org.secondperiod.kit.records;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How long a district keeps what. */
@ConfigMapping(prefix = "secondperiod.retention")
public interface RetentionConfig {

    /**
     * By class of record: a number of days, or {@code following-school-year} for the end of the school year after the record's own. A
     * class that is not named has its default, which {@code GET /v1/retention} of each service shows.
     */
    Map<String, String> keep();

    /** The last day of a school year, {@code MM-dd}. Default 31 July. */
    @WithDefault("${secondperiod.grants.school-year-ends:07-31}")
    String schoolYearEnds();

    /** How often each class is purged. Default daily. */
    @WithDefault("PT24H")
    Duration every();
}
