package org.secondperiod.outreach.ofage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Students of age. */
@ConfigMapping(prefix = "secondperiod.outreach.of-age")
public interface OfAgeConfig {

    /** Whom to call about them: {@code STUDENT} or {@code FAMILY}. Default {@code STUDENT}: what is not decided is the student's. */
    @WithDefault("STUDENT")
    OfAgePolicy calls();
}
