package org.secondperiod.ingest.histories;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.histories.db.HistoryLease;
import org.secondperiod.kit.database.AsSystem;

/**
 * Works on histories in the background, one at a time: those received here at once, and those whose process died as soon as their
 * lease has run out.
 */
@ApplicationScoped
public class HistoryRunner {

    private static final Logger LOG = Logger.getLogger(HistoryRunner.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final HistoryAttempt attempt;
    private final HistoriesConfig config;
    private final HistoryLease lease;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(() -> AsSystem.run(this::work), "histories");
    private volatile boolean stopping;

    HistoryRunner(Jdbi jdbi, HistoryAttempt attempt, HistoriesConfig config) {
        this.jdbi = jdbi;
        this.attempt = attempt;
        this.config = config;
        this.lease = new HistoryLease(UUID.randomUUID().toString(), config.lease());
    }

    /** There is something to do. */
    void wake() {
        news.release();
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(STOPS_WITHIN);
    }

    private void work() {
        while (!stopping) {
            try {
                while (next()) {
                    // until none is left
                }
            } catch (RuntimeException e) {
                LOG.warn("Histories could not be looked for; they are looked for again", e);
            }
            pause();
        }
    }

    /** Whether there was one, and it ended. */
    private boolean next() {
        HistoryRow row = jdbi.inTransaction(lease::claim).orElse(null);
        return row != null && !stopping && attempt.run(new HistoryWork(jdbi, lease, row));
    }

    private void pause() {
        try {
            news.tryAcquire(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
