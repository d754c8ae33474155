package org.secondperiod.entry.readerkeys;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.Trimming;
import org.secondperiod.kit.time.MachineClock;

/**
 * Forgets nonces of signatures that are too old to be accepted anyway: three windows after they were signed, so that a replica whose
 * clock is behind still knows what one whose clock is ahead forgets.
 */
@ApplicationScoped
public class NonceSweep {

    private static final int WINDOWS = 3;

    private final Jdbi jdbi;
    private final ReaderKeysConfig config;

    NonceSweep(Jdbi jdbi, ReaderKeysConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Trimming.olderThan(
                jdbi,
                "reader_nonce",
                "signed_at",
                MachineClock.now().minus(config.window().multipliedBy(WINDOWS)));
    }
}
