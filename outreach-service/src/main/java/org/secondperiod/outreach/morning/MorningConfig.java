package org.secondperiod.outreach.morning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When somebody is told that nobody has begun. */
@ConfigMapping(prefix = "secondperiod.outreach.morning")
public interface MorningConfig {

    /** How long after the cut-off somebody should have begun to call. Default 10 minutes. */
    @WithDefault("PT10M")
    Duration begunWithin();
}
