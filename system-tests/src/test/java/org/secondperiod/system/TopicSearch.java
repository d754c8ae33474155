package org.secondperiod.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all that lies on all topics of a broker. */
public final class TopicSearch {

    private TopicSearch() {}

    /** @param look told of each part of each record, with where it was */
    public static void read(String broker, BiConsumer<String, byte[]> look) {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", broker, "enable.auto.commit", false));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .filter(each -> !each.topic().startsWith("__"))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    tell(look, "keys of " + record.topic(), record.key());
                    tell(look, "values of " + record.topic(), record.value());
                    record.headers().forEach(header -> tell(look, "headers of " + record.topic(), header.value()));
                }
            }
        }
    }

    private static void tell(BiConsumer<String, byte[]> look, String where, byte[] bytes) {
        if (bytes != null) {
            look.accept(where, bytes);
        }
    }
}
