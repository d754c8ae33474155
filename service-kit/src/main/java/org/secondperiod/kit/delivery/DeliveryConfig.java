package org.secondperiod.kit.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How events are delivered. */
@ConfigMapping(prefix = "secondperiod.delivery")
public interface DeliveryConfig {

    /** A send is acknowledged by all in-sync replicas within this, or fails. Default 10 s. */
    @WithDefault("PT10S")
    Duration acknowledgedWithin();

    /**
     * Whether a service makes the topics that are missing. Default true; false where somebody else makes them and services may not,
     * as on a cluster: then a missing one is waited for.
     */
    @WithDefault("true")
    boolean createTopics();

    /** Copies of each topic's partitions on creation. Default 1; a cluster of three brokers wants 3. */
    @WithDefault("1")
    short replicationFactor();

    /** Records a consumer handles in one transaction, at the most. Default 2,000. */
    @WithDefault("2000")
    int batchSize();

    /**
     * How many loops of each consumer this process runs, each with its share of the partitions: while one waits for the
     * database another may work. Default 1.
     */
    @WithDefault("1")
    int loops();

    /** A consumer whose loop has not turned for this long is dead (liveness). Default 30 s. */
    @WithDefault("PT30S")
    Duration deadAfter();

    /**
     * Connections give up after this, to the database ({@code socketTimeout}) and to the brokers ({@code default.api.timeout.ms}): for so
     * long more, a loop that waits for an answer is not dead. Default 65 s, five more than those.
     */
    @WithDefault("PT65S")
    Duration answersWithin();

    /** {@code none} in a service that reads no topic, and so has no dead letters and nothing to replay. Fixed at build time. */
    Optional<String> consumers();
}
