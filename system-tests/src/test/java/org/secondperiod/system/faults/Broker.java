package org.secondperiod.system.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.events.Topic;
import org.secondperiod.system.histories.Told;

/** Reads and writes topics past the proxy, as the other services of a district would, with all the patience there is. */
final class Broker implements AutoCloseable {

    private final LocalKafka kafka;
    private final KafkaProducer<String, byte[]> producer;
    private volatile boolean laterFields;

    Broker(LocalKafka kafka) {
        this.kafka = kafka;
        var settings = settings();
        settings.put("acks", "all");
        settings.put("max.in.flight.requests.per.connection", "1");
        settings.put("delivery.timeout.ms", "600000");
        settings.put("max.block.ms", "600000");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    /** Tells all of it, and returns when the broker has it. */
    void tell(Collection<Told> told) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        told.forEach(
                each -> sent.add(send(each.topic(), each.key(), laterFields ? withMore(each.json()) : each.json())));
        sent.forEach(Broker::await);
    }

    /** From now on, or no longer, events have fields that a later version might add. */
    void addLaterFields(boolean on) {
        laterFields = on;
    }

    private static byte[] withMore(byte[] json) {
        var text = new String(json, StandardCharsets.UTF_8);
        return (text.substring(0, text.length() - 1) + ",\"ofALaterVersion\":{\"a\":[1,2]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    Future<RecordMetadata> send(String topic, String key, byte[] value) {
        return producer.send(new ProducerRecord<>(topic, key, value));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that a topic holds now. */
    List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The names of all topics of dead letters that there are. */
    List<String> deadLetters() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(Topic.deadLetters("")))
                    .toList();
        }
    }

    /** Where each partition of these topics ends. */
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(topics.stream()
                    .flatMap(topic -> partitions(consumer, topic).stream())
                    .toList());
        }
    }

    /** How many partitions each member of a group has, by the member's id. */
    Map<String, Integer> members(String group) {
        try (var admin = Admin.create(settings())) {
            var members = new HashMap<String, Integer>();
            await(admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group)
                            .toCompletionStage()
                            .toCompletableFuture())
                    .members()
                    .forEach(member -> members.put(
                            member.consumerId(),
                            member.assignment().topicPartitions().size()));
            return members;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Deletes the first half of what each partition of a topic holds, as its retention would. */
    void deleteFirstHalf(String topic) {
        try (var admin = Admin.create(settings());
                var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer, topic);
            var begins = consumer.beginningOffsets(partitions);
            var halves = new HashMap<TopicPartition, RecordsToDelete>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) ->
                            halves.put(partition, RecordsToDelete.beforeOffset((begins.get(partition) + end + 1) / 2)));
            await(admin.deleteRecords(halves).all().toCompletionStage().toCompletableFuture());
        }
    }

    /** Gives a topic more partitions: where a key lies changes. */
    void grow(String topic, int partitions) {
        try (var admin = Admin.create(settings())) {
            await(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture());
        }
    }

    /** Sets a topic's setting, or takes it back where the value is empty. */
    void set(String topic, String name, String value) {
        var entry = new ConfigEntry(name, value);
        var kind = value.isEmpty() ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET;
        try (var admin = Admin.create(settings())) {
            await(admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(entry, kind))))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
