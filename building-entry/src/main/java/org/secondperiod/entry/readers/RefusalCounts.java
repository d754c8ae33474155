package org.secondperiod.entry.readers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.readers.db.RefusalStore;
import org.secondperiod.kit.time.Times;

/**
 * Counts the requests in readers' names that are refused. They are added up in memory and written once a second, a row for each
 * registered reader and reason, so that whoever sends many of them makes neither rows nor writes; a crash loses a second of counts.
 */
@ApplicationScoped
public class RefusalCounts {

    private static final Logger LOG = Logger.getLogger(RefusalCounts.class);
    private static final String UNKNOWN_KEY = "reader-key-not-known";

    private final Jdbi jdbi;
    private final Clock clock;
    private final RefusalStore store;
    private final MeterRegistry meters;
    private final ConcurrentMap<Which, Seen> unwritten = new ConcurrentHashMap<>();

    private record Which(String readerId, RefusalReason reason) {}

    private record Seen(long count, Instant lastAt) {

        Seen and(Seen other) {
            return new Seen(count + other.count, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }

    /** Refusals of one reason that are not written yet. */
    public record Unwritten(String readerId, RefusalReason reason, long count, Instant lastAt) {}

    RefusalCounts(Jdbi jdbi, Clock clock, RefusalStore store, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.store = store;
        this.meters = meters;
    }

    /** A request in the name of a registered reader was refused. */
    public void add(String readerId, RefusalReason reason) {
        count(reason.type());
        unwritten.merge(new Which(readerId, reason), new Seen(1, Times.now(clock)), Seen::and);
    }

    /** A request named a key that is nobody's, or none. */
    public void addUnknown() {
        count(UNKNOWN_KEY);
    }

    private void count(String why) {
        meters.counter("secondperiod.readers.refused", "why", why).increment();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void write() {
        List<Unwritten> taken = new ArrayList<>();
        for (Which which : unwritten.keySet()) {
            Seen seen = unwritten.remove(which);
            if (seen != null) {
                taken.add(new Unwritten(which.readerId(), which.reason(), seen.count(), seen.lastAt()));
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(tx -> store.add(tx, taken));
        } catch (RuntimeException e) {
            taken.forEach(each -> unwritten.merge(
                    new Which(each.readerId(), each.reason()), new Seen(each.count(), each.lastAt()), Seen::and));
            throw e;
        }
        taken.forEach(each -> LOG.warnf(
                "%d requests in a reader's name were refused: %s, readerId=%s",
                each.count(), each.reason().type(), each.readerId()));
    }

    void writeTheRest(@Observes ShutdownEvent end) {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("The last refusals could not be counted", e);
        }
    }
}
