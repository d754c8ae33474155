package org.secondperiod.ingest.histories;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How past attendance is imported. The largest file is that of a bulk body: {@code secondperiod.bulk.max-bytes}. */
@ConfigMapping(prefix = "secondperiod.histories")
public interface HistoriesConfig {

    /** How long a process that went silent keeps an import before another may take it up. */
    @WithDefault("30s")
    Duration lease();

    /** How often a process looks for imports that somebody else left; its own begin at once. */
    @WithDefault("5s")
    Duration lookEvery();

    /** How many times an import that ends its process is tried. */
    @WithDefault("3")
    int maxAttempts();
}
