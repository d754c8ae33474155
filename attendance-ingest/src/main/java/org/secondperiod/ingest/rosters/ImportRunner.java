package org.secondperiod.ingest.rosters;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.rosters.db.ImportLease;
import org.secondperiod.ingest.rosters.db.ImportRow;
import org.secondperiod.ingest.rosters.db.ImportStore;
import org.secondperiod.ingest.rosters.db.SortMemory;
import org.secondperiod.ingest.rosters.db.Uploads;
import org.secondperiod.kit.database.AsSystem;

/**
 * Works on imports in the background, one at a time: those received here at once, and those whose process died as soon as
 * their lease has run out.
 */
@ApplicationScoped
public class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final ImportStore store;
    private final Uploads uploads;
    private final ImportAttempt attempt;
    private final DayTurn dayTurn;
    private final RostersConfig config;
    private final ImportLease lease;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(() -> AsSystem.run(this::work), "roster-imports");
    private volatile boolean stopping;

    ImportRunner(
            Jdbi jdbi,
            ImportStore store,
            Uploads uploads,
            ImportAttempt attempt,
            DayTurn dayTurn,
            RostersConfig config) {
        this.jdbi = jdbi;
        this.store = store;
        this.uploads = uploads;
        this.attempt = attempt;
        this.dayTurn = dayTurn;
        this.config = config;
        this.lease = new ImportLease(UUID.randomUUID().toString(), config.lease());
    }

    /** There is something to do. */
    public void wake() {
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
                    dayTurn.run();
                }
                dayTurn.run();
            } catch (RuntimeException e) {
                LOG.warn("Roster imports could not be looked for; they are looked for again", e);
            }
            pause();
        }
    }

    /** Whether there was one, and it ended. */
    private boolean next() {
        ImportRow row = jdbi.inTransaction(lease::claim).orElse(null);
        if (row == null || stopping) {
            return false;
        }
        ImportWork work = new ImportWork(
                new PatientJdbi(jdbi, config.longestStatement(), new SortMemory(config.sortMemory())),
                store,
                uploads,
                lease,
                row);
        try (var heartbeat = Executors.newSingleThreadScheduledExecutor()) {
            long every = config.lease().toMillis() / 3;
            heartbeat.scheduleAtFixedRate(() -> beat(row.importId()), every, every, TimeUnit.MILLISECONDS);
            boolean ended = attempt.run(work);
            heartbeat.shutdownNow();
            return ended;
        }
    }

    /** A beat that is missed does no harm by itself: whether the import is still ours is seen by every transaction. */
    private void beat(String importId) {
        try {
            jdbi.useHandle(handle -> lease.hold(handle, importId));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The lease could not be renewed, importId=%s", importId);
        }
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
