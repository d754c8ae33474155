package org.secondperiod.bench.stack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topic;

/** Lays events into topics, with the envelope and the producer settings of the services. */
public final class EventSender implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public EventSender(String bootstrapServers) {
        this.producer =
                new KafkaProducer<>(settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    /** The settings with which the services send. */
    public static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                65_536,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                33_554_432L);
    }

    public <T extends Event> void send(Topic<T> topic, T event) {
        send(record(topic.name(), topic, event));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record, (metadata, fault) -> {
            if (fault != null) {
                failure.set(fault);
            }
        });
    }

    /** The record of an event, for a topic of this or another name. */
    public static <T extends Event> ProducerRecord<String, byte[]> record(String name, Topic<T> topic, T event) {
        var record = new ProducerRecord<String, byte[]>(name, topic.key().apply(event), EventJson.write(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.eventId(),
                        "ce_source",
                        "/districts/demo/bench",
                        "ce_type",
                        topic.eventType(),
                        "ce_time",
                        event.recordedAt().toString(),
                        "content-type",
                        "application/json")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /**
     * Waits until the broker has all of them.
     *
     * @throws IllegalStateException if it does not take one
     */
    public void await() {
        producer.flush();
        Exception fault = failure.get();
        if (fault != null) {
            throw new IllegalStateException("The broker did not take an event", fault);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
