package org.secondperiod.kit.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Topic;

/** Starts this service's consumers and stops them with it. */
@ApplicationScoped
public class FencedConsumers {

    /** A consumer that runs, with what an operator may ask of it. */
    record Running(FencedConsumer consumer, OffsetStore offsets, DeadLetterReplay deadLetters) {}

    private final Jdbi jdbi;
    private final KafkaClients clients;
    private final EventPublisher publisher;
    private final TopicCreator topics;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    FencedConsumers(
            Jdbi jdbi,
            KafkaClients clients,
            EventPublisher publisher,
            TopicCreator topics,
            Clock clock,
            MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clients = clients;
        this.publisher = publisher;
        this.topics = topics;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Starts a consumer. It reads each topic from where its database says, from the beginning the first time.
     *
     * @param name its name and Kafka group; its dead letters are {@link Topic#deadLetters}
     */
    public void start(String name, List<Topic<?>> from, BatchHandler handler) {
        var offsets = new OffsetStore(jdbi, name);
        var deadLetters = new DeadLetters(name, publisher, clock);
        var consumer = new FencedConsumer(
                name,
                from.stream().map(Topic::name).toList(),
                clients,
                offsets,
                new BatchProcessor(jdbi, offsets, handler, deadLetters),
                () -> topics.ensure(List.of(name)));
        running.put(name, new Running(consumer, offsets, new DeadLetterReplay(jdbi, clients, deadLetters, handler)));
        Gauge.builder("secondperiod.consumer.lag", consumer, FencedConsumer::lag)
                .description("Records the slowest partition of the consumer is behind")
                .tag("consumer", name)
                .register(meters);
        Gauge.builder(
                        "secondperiod.consumer.since.turn",
                        consumer,
                        c -> c.sinceLastTurn().toMillis() / 1000.0)
                .description("Seconds since the consumer's loop last turned")
                .tag("consumer", name)
                .register(meters);
        consumer.start();
    }

    /** Stops one consumer and forgets it; for tests of what happens then. */
    public void stop(String name) {
        var stopped = running.remove(name);
        if (stopped != null) {
            stopped.consumer().close();
        }
    }

    Collection<Running> all() {
        return running.values();
    }

    void onStop(@Observes ShutdownEvent event) {
        running.values().forEach(each -> each.consumer().close());
    }
}
