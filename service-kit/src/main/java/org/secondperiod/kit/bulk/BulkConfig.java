package org.secondperiod.kit.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of bulk bodies. */
@ConfigMapping(prefix = "secondperiod.bulk")
public interface BulkConfig {

    /** The largest body, in bytes; 256 MiB are about a million lines. {@code quarkus.http.limits.max-body-size} must be above it. */
    @WithDefault("256M")
    MemorySize maxBytes();

    /** The longest line, in bytes; a longer one is refused alone. */
    @WithDefault("16K")
    MemorySize maxLineBytes();

    /** How many lines are worked on together: one database transaction, one wait for the broker. */
    @WithDefault("2000")
    int chunkLines();

    /** How long the errors of a batch can be read. */
    @WithDefault("P30D")
    Duration keepErrors();
}
