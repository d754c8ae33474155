package org.secondperiod.kit.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.time.Times;

/**
 * Sends what is in the outbox and removes it once the broker has acknowledged. One relay works at a time, so that events of
 * one key keep their order; any replica's relay takes over. A crash between the two sends an event twice, with the same id.
 */
@ApplicationScoped
public class OutboxRelay implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    /** At most so many rows at once; no further row is begun once so many events are in hand. */
    private static final int ROWS = 500;

    private static final int EVENTS = 2_000;
    private static final String OLDEST = """
            SELECT id, batch FROM (SELECT id, batch, sum(events) OVER (ORDER BY id) - events AS before
                FROM (SELECT id, batch, events FROM outbox ORDER BY id LIMIT :rows) AS oldest) AS counted
            WHERE before < :events ORDER BY id
            """;
    private static final long ONE_AT_A_TIME = 0x6f757462_6f78L;

    private final Jdbi jdbi;
    private final EventPublisher publisher;
    private final Clock clock;
    private final boolean hasDatabase;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().name("outbox-relay").unstarted(this);

    OutboxRelay(
            Jdbi jdbi,
            EventPublisher publisher,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.datasource.active", defaultValue = "true") boolean hasDatabase) {
        this.jdbi = jdbi;
        this.publisher = publisher;
        this.clock = clock;
        this.hasDatabase = hasDatabase;
        if (hasDatabase) {
            Gauge.builder("secondperiod.outbox.events", this, OutboxRelay::waiting)
                    .description("Events written and not yet sent")
                    .register(meters);
            Gauge.builder("secondperiod.outbox.age", this, OutboxRelay::oldest)
                    .description("How long the oldest of them has waited; 0 where there is none")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    void onStart(@Observes StartupEvent event) {
        if (hasDatabase) {
            running = true;
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!hasDatabase) {
            return;
        }
        running = false;
        wake();
        thread.join(Duration.ofSeconds(5));
    }

    /** Something may have been added. */
    void wake() {
        woken.release();
    }

    @Override
    public void run() {
        boolean healthy = true;
        while (running) {
            try {
                while (running && relayBatch() > 0) {
                    healthy = true;
                }
                await(LOOK_EVERY);
            } catch (RuntimeException e) {
                if (healthy) {
                    LOG.warn("The outbox could not be sent and will be tried again", e);
                }
                healthy = false;
                await(BACK_OFF);
            }
        }
    }

    /** Sends one batch; returns how many events left. */
    int relayBatch() {
        return jdbi.inTransaction(tx -> {
            var mine = tx.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", ONE_AT_A_TIME)
                    .mapTo(Boolean.class)
                    .one();
            if (!mine) {
                return 0;
            }
            var ids = new ArrayList<Long>();
            var events = new ArrayList<OutgoingEvent>();
            tx.createQuery(OLDEST)
                    .bind("rows", ROWS)
                    .bind("events", EVENTS)
                    .map((row, context) -> {
                        ids.add(row.getLong("id"));
                        return OutboxBatch.read(row.getBytes("batch"));
                    })
                    .forEach(events::addAll);
            if (events.isEmpty()) {
                return 0;
            }
            publisher.publish(events);
            tx.createUpdate("DELETE FROM outbox WHERE id = ANY(:ids)")
                    .bindArray("ids", Long.class, ids)
                    .execute();
            return events.size();
        });
    }

    private double waiting() {
        try {
            return jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(sum(events), 0) FROM outbox")
                    .mapTo(Long.class)
                    .one());
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private double oldest() {
        try {
            return jdbi.withHandle(handle -> handle.createQuery("SELECT written FROM outbox ORDER BY id LIMIT 1")
                            .mapTo(OffsetDateTime.class)
                            .findOne())
                    .map(written -> Duration.between(written.toInstant(), Times.now(clock))
                                    .toMillis()
                            / 1000.0)
                    .map(age -> Math.max(0, age))
                    .orElse(0.0);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private void await(Duration atMost) {
        try {
            if (woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
