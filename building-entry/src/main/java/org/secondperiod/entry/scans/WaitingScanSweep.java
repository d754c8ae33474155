package org.secondperiod.entry.scans;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.scans.db.ExpiredScanStore;
import org.secondperiod.entry.scans.db.WaitingScanStore;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.database.Trimming;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.time.Times;

/**
 * Lets go of scans that need wait no longer: their reader is registered and their badge was somebody's; or they have waited in
 * vain for too long. Looks at what is true
 * now instead of being told, so that it misses nothing, whoever was faster and after whatever crash; any replica can do it.
 */
@ApplicationScoped
public class WaitingScanSweep {

    private static final Logger LOG = Logger.getLogger(WaitingScanSweep.class);
    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final ScansConfig config;
    private final WaitingScanStore waiting;
    private final ExpiredScanStore expired;
    private final ScanEvents events;
    private final Outbox outbox;
    private final Counter expirations;

    WaitingScanSweep(
            Jdbi jdbi,
            Clock clock,
            ScansConfig config,
            WaitingScanStore waiting,
            ExpiredScanStore expired,
            ScanEvents events,
            Outbox outbox,
            MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.waiting = waiting;
        this.expired = expired;
        this.events = events;
        this.outbox = outbox;
        this.expirations = Counter.builder("secondperiod.scans.expired")
                .description("Scans whose badge or reader did not become known in time")
                .register(meters);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        int released = releaseBatch();
        while (released == BATCH) {
            released = releaseBatch();
        }
    }

    /** Lets go of at most a batch, with its events in the same transaction; returns how many. */
    int releaseBatch() {
        List<Scan> resolved = jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            List<Scan> taken = waiting.takeResolvable(tx, BATCH, Times.now(clock));
            outbox.add(tx, taken.stream().map(events::of).toList());
            return taken;
        });
        if (!resolved.isEmpty()) {
            LOG.infof("%d scans that waited for a badge or a reader are resolved", resolved.size());
        }
        return resolved.size();
    }

    /** What waited in vain is moved where it can be seen for a while. */
    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        Instant now = Times.now(clock);
        int moved = BATCH;
        while (moved == BATCH) {
            moved = AsSystem.get(
                    () -> jdbi.inTransaction(tx -> expired.take(tx, now.minus(config.waitAtMost()), now, BATCH)));
            if (moved > 0) {
                expirations.increment(moved);
                LOG.warnf("%d scans waited in vain for a badge or a reader and have expired", moved);
            }
        }
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Trimming.olderThan(jdbi, "scan_identity", "seen", Times.now(clock).minus(config.rememberIds()));
    }
}
