package org.secondperiod.outreach.tasks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How call tasks are handed out. */
@ConfigMapping(prefix = "secondperiod.outreach")
public interface OutreachConfig {

    /** How long a caller holds a task before somebody else may have it; may be extended. Default 10 minutes. */
    @WithDefault("PT10M")
    Duration claimLease();
}
