package org.secondperiod.kit.delivery;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topic;

/** A record as it came from Kafka. A tombstone has no value. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record Received(
        String topic, int partition, long offset, String key, byte @Nullable [] value, Map<String, String> headers) {

    /** Takes a record as the Kafka client gives it. */
    public static Received of(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new Received(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                record.value(),
                headers);
    }

    /** Whether it says that its key is gone. */
    public boolean isTombstone() {
        return value == null;
    }

    /** Whether it came through this topic. */
    public boolean isOf(Topic<?> other) {
        return topic.equals(other.name());
    }

    /**
     * Reads the value.
     *
     * @throws BadEvent if it is none of this kind
     */
    public <T extends Event> T event(Topic<T> topic) {
        return read(topic.valueType());
    }

    /**
     * Reads a value of {@code roster.people.v1}, which stays encrypted.
     *
     * @throws BadEvent if it is none
     */
    public Encrypted encrypted() {
        return read(Encrypted.class);
    }

    private <T> T read(Class<T> type) {
        if (value == null) {
            throw new BadEvent("a tombstone where a value is due");
        }
        try {
            return EventJson.read(value, type);
        } catch (UncheckedIOException e) {
            throw new BadEvent("not a " + type.getSimpleName());
        }
    }
}
