package org.secondperiod.ingest.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How facts are taken. */
@ConfigMapping(prefix = "secondperiod.intake")
public interface IntakeConfig {

    /**
     * How long the sources' own ids (such as {@code markId}) are remembered, since they were taken. As long as marks stay on their
     * topic; after that an id may be used for another fact. Default 120 days.
     */
    @WithDefault("P120D")
    Duration rememberIds();
}
