package org.secondperiod.kit.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads all that lies on a topic, once, beside whoever consumes it. */
@ApplicationScoped
public class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(500);

    /** After so many polls without a record, 10 s, the broker is taken to be away. */
    private static final int QUIET_POLLS = 20;

    private final KafkaClients clients;

    WholeTopic(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Hands over what lies on the topic now, in the order of each partition, what was superseded and is not compacted yet too.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    public void read(String topic, Consumer<List<Received>> some) {
        try (var consumer = clients.freeConsumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            int quiet = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(POLL);
                quiet = records.isEmpty() ? quiet + 1 : 0;
                if (quiet == QUIET_POLLS) {
                    throw new TimeoutException("The broker sent none of the records it has");
                }
                var received = new ArrayList<Received>(records.count());
                records.forEach(record -> received.add(Received.of(record)));
                some.accept(received);
            }
        }
    }
}
