package org.secondperiod.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final String TOPIC = "building.scans.v1";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @Test
    void what_was_acknowledged_is_read_even_after_the_broker_was_killed() throws Exception {
        try (LocalKafka kafka = LocalKafka.kept(Ports.free(), folder)) {
            createTopic(kafka);
            send(kafka, "S1", "in");

            kafka.kill();
            kafka.restart();

            assertThat(readFirst(kafka))
                    .extracting(ConsumerRecord::key, ConsumerRecord::value)
                    .containsExactly("S1", "in");
        }
    }

    @Test
    void a_topic_that_nobody_made_is_never_created_by_sending() {
        try (LocalKafka kafka = LocalKafka.temporary()) {
            assertThatThrownBy(() -> send(kafka, "S1", "in")).hasMessageContaining(TOPIC);
        }
    }

    @Test
    void a_port_in_use_is_named() {
        try (LocalKafka first = LocalKafka.temporary()) {
            assertThatThrownBy(() -> LocalKafka.kept(first.port(), folder))
                    .isInstanceOf(EmbeddedStackException.class)
                    .hasMessageContaining("port " + first.port() + " is in use");
        }
    }

    private static void createTopic(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(LocalKafka kafka, String key, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms", 3000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
        }
    }

    private static ConsumerRecord<String, String> readFirst(LocalKafka kafka) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next();
        }
    }
}
