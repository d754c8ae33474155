package org.secondperiod.kit.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits of bulk bodies. */
@ConfigMapping(prefix = "secondperiod.bulk")
public interface BulkConfig {

    /**
     * The largest body, in bytes; 200 MiB are about a million lines. It stays below {@code
     * quarkus.http.limits.max-body-size}, so that it is ours that answers and names the limit.
     */
    @WithDefault("200M")
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

    /** {@code none} in a service that takes no batches, and so has no errors of batches to show. Fixed at build time. */
    Optional<String> endpoint();
}
