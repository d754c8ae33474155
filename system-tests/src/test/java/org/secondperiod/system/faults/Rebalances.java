package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;

/** Members come into outreach's group and leave it, so that partitions change hands all the time. */
final class Rebalances {

    private static final int POLLS = 100;
    /** By then every member knows that the group forms anew. */
    private static final Duration A_HEARTBEAT = Duration.ofSeconds(4);

    private Rebalances() {}

    static Fault of(Stand stand, int times) {
        return Fault.meanwhile(() -> {
            for (int time = 0; time < times; time++) {
                once(stand);
            }
        });
    }

    /** Something happens while a member is waited for that does not come, so that all others wait to be let into the group. */
    static void whileOneIsAwaited(Stand stand, Fault.Happening what) throws Exception {
        try (var awaited = intruder(stand);
                var newcomer = intruder(stand)) {
            join(awaited);
            newcomer.poll(A_HEARTBEAT);
            what.happen();
        }
    }

    private static void once(Stand stand) {
        try (var intruder = intruder(stand)) {
            join(intruder);
        }
    }

    private static void join(KafkaConsumer<String, byte[]> intruder) {
        for (int poll = 0; poll < POLLS && intruder.assignment().isEmpty(); poll++) {
            intruder.poll(Duration.ofMillis(100));
        }
    }

    private static KafkaConsumer<String, byte[]> intruder(Stand stand) {
        var settings = new Properties();
        settings.put("bootstrap.servers", stand.kafka.bootstrapServers());
        settings.put("group.id", Stand.CONSUMER);
        settings.put("enable.auto.commit", "false");
        settings.put("session.timeout.ms", "6000");
        settings.put("partition.assignment.strategy", RangeAssignor.class.getName());
        var intruder = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        intruder.subscribe(Stream.of(Topics.MARKS, Topics.SCANS, Topics.READERS)
                .map(Topic::name)
                .toList());
        return intruder;
    }
}
