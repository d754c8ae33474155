package org.secondperiod.events;

import java.time.Duration;
import java.util.function.Function;

/**
 * A Kafka topic and the contract of what it holds.
 *
 * @param name the topic's name, ending in its major version
 * @param valueType the record that is written to it as JSON
 * @param eventType the CloudEvents {@code type} of its events
 * @param key the record's key; the student id wherever a value is about a student, so that one student's facts stay in
 *     order and can be joined
 * @param cleanup whether Kafka keeps the latest value per key, or deletes values by age
 * @param retention how long a value is kept where {@link Cleanup#DELETE}; for a compacted topic how long a tombstone is
 */
public record Topic<T extends Event>(
        String name,
        Class<T> valueType,
        String eventType,
        Function<T, String> key,
        Cleanup cleanup,
        Duration retention) {

    /** What Kafka does with old values. */
    public enum Cleanup {
        COMPACT,
        DELETE
    }

    /** The topic for what the named consumer could not understand: same access and retention, one per consumer. */
    public static String deadLetters(String consumer) {
        return consumer + ".dead-letters.v1";
    }
}
