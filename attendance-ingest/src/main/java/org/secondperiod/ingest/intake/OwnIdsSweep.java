package org.secondperiod.ingest.intake;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.Trimming;
import org.secondperiod.kit.time.Times;

/** Forgets the sources' own ids once they are too old to be sent again. Any replica can do it, and several at once. */
@ApplicationScoped
public class OwnIdsSweep {

    private static final Logger LOG = Logger.getLogger(OwnIdsSweep.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private final IntakeConfig config;

    OwnIdsSweep(Jdbi jdbi, Clock clock, IntakeConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        long forgotten = Trimming.olderThan(
                jdbi, "taken_own_id", "taken_at", Times.now(clock).minus(config.rememberIds()));
        if (forgotten > 0) {
            LOG.infof("%d own ids of sources were old and are forgotten", forgotten);
        }
    }
}
