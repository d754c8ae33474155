package org.secondperiod.local.offboarding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Finds what is sealed on topics: every one of the broker's, dead letters too, from its beginning to where it ends now. */
final class TopicSearch {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    TopicSearch(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Hands over whatever is found. */
    void into(Trial trial) {
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!atEnd(consumer, ends)) {
                for (var record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        trial.take("topic " + record.topic(), new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static boolean atEnd(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "5000");
        return settings;
    }
}
