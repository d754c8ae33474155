package org.secondperiod.entry.scans;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.scans.db.ScanIdentityStore;
import org.secondperiod.entry.scans.db.WaitingScanStore;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.time.Times;

/**
 * Lets go of scans that need wait no longer: their reader is registered and their badge was somebody's. Looks at what is true
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
    private final ScanIdentityStore identities;
    private final ScanEvents events;
    private final Outbox outbox;

    WaitingScanSweep(
            Jdbi jdbi,
            Clock clock,
            ScansConfig config,
            WaitingScanStore waiting,
            ScanIdentityStore identities,
            ScanEvents events,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.waiting = waiting;
        this.identities = identities;
        this.events = events;
        this.outbox = outbox;
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
            List<Scan> taken = waiting.takeResolvable(tx, BATCH);
            outbox.add(tx, taken.stream().map(events::of).toList());
            return taken;
        });
        if (!resolved.isEmpty()) {
            LOG.infof("%d scans that waited for a badge or a reader are resolved", resolved.size());
        }
        return resolved.size();
    }

    @Scheduled(every = "1h", delayed = "5m")
    void forgetOldIds() {
        jdbi.useHandle(handle -> identities.forget(handle, Times.now(clock).minus(config.rememberIds())));
    }
}
