package org.secondperiod.local.oracle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;

/** Reads the facts that outreach decides by, from the beginning of their topics to where these end now. */
final class TopicReader {

    static final List<String> FACTS = List.of(
                    Topics.SCHOOLS,
                    Topics.ENROLMENTS,
                    Topics.MARKS,
                    Topics.TAKEN,
                    Topics.KNOWN_ABSENCES,
                    Topics.SCANS,
                    Topics.READERS)
            .stream()
            .map(Topic::name)
            .toList();

    private TopicReader() {}

    /** Hands every fact to the database; returns how many there were. */
    static long read(String bootstrapServers, AcceptedFacts.Taking facts) throws SQLException {
        long count = 0;
        try (var consumer = new KafkaConsumer<>(
                settings(bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = FACTS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!atEnd(consumer, ends)) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    if (record.value() != null) {
                        facts.take(record.topic(), record.value());
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private static boolean atEnd(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Properties settings(String bootstrapServers) {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "5000");
        return settings;
    }
}
