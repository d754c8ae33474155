package org.secondperiod.kit.testing;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.secondperiod.events.Event;
import org.secondperiod.events.Topic;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.EventPublisher;
import org.secondperiod.kit.delivery.KafkaClients;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.delivery.Received;

/** Reads and writes the topics of the application under test, beside it. */
@Singleton
public class TestTopics {

    private final KafkaClients clients;
    private final EventPublisher publisher;
    private final EventEnvelope envelope;

    TestTopics(KafkaClients clients, EventPublisher publisher, EventEnvelope envelope) {
        this.clients = clients;
        this.publisher = publisher;
        this.envelope = envelope;
    }

    /** Sends an event as another service would, and waits for the broker. */
    public <T extends Event> void send(Topic<T> topic, T event) {
        publisher.publish(List.of(envelope.of(topic, event)));
    }

    /** Sends any bytes. */
    public void send(OutgoingEvent event) {
        publisher.publish(List.of(event));
    }

    /** All records that a topic holds now, in order per partition. */
    public List<Received> readAll(String topic) {
        try (var consumer = clients.freeConsumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<Received>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(Received.of(record)));
            }
            return records;
        }
    }

    /** All events that a topic holds now. */
    public <T extends Event> List<T> readAll(Topic<T> topic) {
        return readAll(topic.name()).stream()
                .filter(record -> !record.isTombstone())
                .map(record -> record.event(topic))
                .toList();
    }
}
