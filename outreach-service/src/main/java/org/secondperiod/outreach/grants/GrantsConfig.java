package org.secondperiod.outreach.grants;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long grants last. */
@ConfigMapping(prefix = "secondperiod.grants")
public interface GrantsConfig {

    /** The last day of a school year, {@code MM-dd}: a grant that names no end ends with it. Default 31 July. */
    @WithDefault("07-31")
    String schoolYearEnds();

    /** The longest that a grant may last from the moment it is given or changed. Default 400 days. */
    @WithDefault("P400D")
    Duration longest();
}
