package org.secondperiod.kit.delivery;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.events.Topic;
import org.secondperiod.kit.time.Times;

/**
 * What a consumer could not understand: the record as it was, with where it came from and the kind of fault beside it.
 * Headers never hold a message, since a message may hold what is in the record.
 */
final class DeadLetters {

    static final String TOPIC = "dl_topic";
    static final String PARTITION = "dl_partition";
    static final String OFFSET = "dl_offset";
    static final String FAULT = "dl_fault";
    static final String AT = "dl_at";

    private final String topic;
    private final EventPublisher publisher;
    private final Clock clock;

    DeadLetters(String consumer, EventPublisher publisher, Clock clock) {
        this.topic = Topic.deadLetters(consumer);
        this.publisher = publisher;
        this.clock = clock;
    }

    String topic() {
        return topic;
    }

    /**
     * Adds a record and waits for the broker's acknowledgement.
     *
     * @throws NotAcknowledged if it does not come: the record's offset must then not be moved
     */
    void add(Received record, RuntimeException why) {
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.putIfAbsent(TOPIC, record.topic());
        headers.putIfAbsent(PARTITION, String.valueOf(record.partition()));
        headers.putIfAbsent(OFFSET, String.valueOf(record.offset()));
        headers.put(FAULT, why.getClass().getSimpleName());
        headers.put(AT, Times.now(clock).toString());
        publisher.publish(List.of(new OutgoingEvent(topic, record.key(), record.value(), headers)));
    }

    /** The record as it was before it was buried. */
    static Received original(Received letter) {
        var headers = letter.headers();
        return new Received(
                headers.getOrDefault(TOPIC, ""),
                Integer.parseInt(headers.getOrDefault(PARTITION, "-1")),
                Long.parseLong(headers.getOrDefault(OFFSET, "-1")),
                letter.key(),
                letter.value(),
                headers);
    }
}
