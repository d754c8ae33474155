package org.secondperiod.kit.delivery;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Topic;

/** Starts this service's consumers and stops them with it. */
@ApplicationScoped
public class FencedConsumers {

    /** A consumer that runs, in one or more loops, with what an operator may ask of it. */
    record Running(String name, List<FencedConsumer> loops, OffsetStore offsets, DeadLetterReplay deadLetters) {

        /** How long ago the loop that is most behind last turned. */
        Duration sinceLastTurn() {
            return loops.stream()
                    .map(loop -> loop.pulse().sinceLastTurn())
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }

        /** Whether a loop of it stands still by itself. */
        boolean isDead(Duration after, Duration answered) {
            return loops.stream().anyMatch(loop -> loop.pulse().isDead(after, answered));
        }

        /** What keeps one of the loops from working, or nothing. */
        @Nullable
        Trouble trouble() {
            return loops.stream()
                    .map(FencedConsumer::trouble)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether one of the loops is kept from working by this one's fault. */
        boolean isInTroubleBy(Trouble.Whose whose) {
            return loops.stream()
                    .map(FencedConsumer::trouble)
                    .anyMatch(trouble -> trouble != null && trouble.whose() == whose);
        }

        /** The greatest number of records that a partition is behind; NaN before that is known. */
        double lag() {
            return loops.stream().mapToDouble(FencedConsumer::lag).max().orElse(Double.NaN);
        }

        /** How many records were found deleted by retention that had not been read, since this process began. */
        long deletedUnread() {
            return loops.stream().mapToLong(FencedConsumer::deletedUnread).sum();
        }

        void close() {
            closeAll(loops.stream());
        }
    }

    private final Jdbi jdbi;
    private final KafkaClients clients;
    private final EventPublisher publisher;
    private final TopicCreator topics;
    private final Clock clock;
    private final MeterRegistry meters;
    private final DeliveryConfig config;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    FencedConsumers(
            Jdbi jdbi,
            KafkaClients clients,
            EventPublisher publisher,
            TopicCreator topics,
            Clock clock,
            MeterRegistry meters,
            DeliveryConfig config) {
        this.jdbi = jdbi;
        this.clients = clients;
        this.publisher = publisher;
        this.topics = topics;
        this.clock = clock;
        this.meters = meters;
        this.config = config;
    }

    /**
     * Starts a consumer. It reads each topic from where its database says, from the beginning the first time.
     *
     * @param name its name and Kafka group; its dead letters are {@link Topic#deadLetters}
     */
    public void start(String name, List<Topic<?>> from, BatchHandler handler) {
        var offsets = new OffsetStore(jdbi, name);
        var deadLetters = new DeadLetters(name, publisher, clock);
        var processor = new BatchProcessor(name, jdbi, offsets, handler, deadLetters);
        var names = from.stream().map(Topic::name).toList();
        var loops = IntStream.range(0, config.loops())
                .mapToObj(loop -> new FencedConsumer(
                        name, names, clients, offsets, processor, () -> topics.ensure(List.of(name))))
                .toList();
        var started = new Running(name, loops, offsets, new DeadLetterReplay(jdbi, clients, deadLetters, handler));
        running.put(name, started);
        Gauge.builder("secondperiod.consumer.lag", started, Running::lag)
                .description("Records the slowest partition of the consumer is behind")
                .tag("consumer", name)
                .register(meters);
        Gauge.builder(
                        "secondperiod.consumer.since.turn",
                        started,
                        c -> c.sinceLastTurn().toMillis() / 1000.0)
                .description("Seconds since the consumer's loop last turned")
                .tag("consumer", name)
                .register(meters);
        for (var whose : Trouble.Whose.values()) {
            Gauge.builder("secondperiod.consumer.in.trouble", started, c -> c.isInTroubleBy(whose) ? 1 : 0)
                    .description("1 while the consumer cannot work, by whose fault that is, else 0")
                    .tag("consumer", name)
                    .tag("whose", whose.name())
                    .register(meters);
        }
        Gauge.builder("secondperiod.dead.letters", started.deadLetters(), DeadLetterReplay::counted)
                .description("Records the consumer could not take in, and nobody has replayed")
                .tag("consumer", name)
                .register(meters);
        FunctionCounter.builder("secondperiod.consumer.deleted.unread", started, Running::deletedUnread)
                .description("Records that a topic's retention deleted before the consumer read them")
                .tag("consumer", name)
                .register(meters);
        loops.forEach(FencedConsumer::start);
    }

    /** Stops one consumer and forgets it; for tests of what happens then. */
    public void stop(String name) {
        var stopped = running.remove(name);
        if (stopped != null) {
            stopped.close();
        }
    }

    Collection<Running> all() {
        return running.values();
    }

    void onStop(@Observes ShutdownEvent event) {
        closeAll(running.values().stream().flatMap(each -> each.loops().stream()));
    }

    /** Side by side: each may still have its batch to end, and a stop has one grace period for all of them. */
    private static void closeAll(Stream<FencedConsumer> loops) {
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            loops.forEach(loop -> closing.execute(loop::close));
        }
    }
}
