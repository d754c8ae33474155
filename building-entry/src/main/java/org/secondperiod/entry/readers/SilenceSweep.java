package org.secondperiod.entry.readers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.secondperiod.entry.readers.db.SilenceStore;
import org.secondperiod.kit.time.Times;

/** Looks twice a minute at how long readers have been silent, for the metrics; every replica shows the same. */
@ApplicationScoped
public class SilenceSweep {

    private static final double MILLIS = 1000.0;

    private final Clock clock;
    private final SilenceStore store;
    private final MultiGauge silent;
    private final MultiGauge allowed;
    private final MultiGauge queued;

    SilenceSweep(Clock clock, SilenceStore store, MeterRegistry meters) {
        this.clock = clock;
        this.store = store;
        this.silent = MultiGauge.builder("secondperiod.reader.silence")
                .description("How long nothing has been heard from a reader in service")
                .baseUnit("seconds")
                .register(meters);
        this.allowed = MultiGauge.builder("secondperiod.reader.allowed.silence")
                .description("How long it may be silent; of readers that send heartbeats")
                .baseUnit("seconds")
                .register(meters);
        this.queued = MultiGauge.builder("secondperiod.reader.queued")
                .description("Scans that its latest heartbeat said still wait in it")
                .register(meters);
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        List<Silence> readers = store.ofReadersInService(Times.now(clock));
        silent.register(
                readers.stream()
                        .<Row<?>>map(reader -> Row.of(tags(reader), seconds(reader.silent())))
                        .toList(),
                true);
        allowed.register(
                readers.stream()
                        .filter(reader -> reader.allowed() != null)
                        .<Row<?>>map(reader -> Row.of(tags(reader), seconds(Objects.requireNonNull(reader.allowed()))))
                        .toList(),
                true);
        queued.register(
                readers.stream()
                        .<Row<?>>map(reader -> Row.of(tags(reader), reader.queued()))
                        .toList(),
                true);
    }

    private static Tags tags(Silence reader) {
        return Tags.of("building", reader.buildingId(), "reader", reader.readerId());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
