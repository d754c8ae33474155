package org.secondperiod.bench.baseline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Records as a service wrote them, kept in a file: keys, values and headers, byte for byte. */
public final class ReadyMade {

    private static final Duration NO_MORE_AFTER = Duration.ofSeconds(3);

    private ReadyMade() {}

    /** Where a topic's partitions end now. */
    public static Map<TopicPartition, Long> ends(String bootstrapServers, String topic) {
        try (var consumer = consumer(bootstrapServers)) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Copies records that were written after a moment into a file.
     *
     * @param from where the topic's partitions ended at that moment
     * @return how many there were, at most {@code limit}
     */
    public static int capture(String bootstrapServers, Map<TopicPartition, Long> from, int limit, Path file) {
        try (var consumer = consumer(bootstrapServers);
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            int captured = 0;
            var polled = consumer.poll(NO_MORE_AFTER);
            while (captured < limit && !polled.isEmpty()) {
                for (var record : polled) {
                    if (captured < limit) {
                        write(record, out);
                        captured++;
                    }
                }
                polled = consumer.poll(NO_MORE_AFTER);
            }
            return captured;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ConsumerRecord<byte[], byte[]> record, DataOutputStream out) throws IOException {
        write(record.key(), out);
        write(record.value(), out);
        Header[] headers = record.headers().toArray();
        out.writeInt(headers.length);
        for (Header header : headers) {
            write(header.key().getBytes(StandardCharsets.UTF_8), out);
            write(header.value(), out);
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The records of a file, to be sent to a topic. */
    static List<ProducerRecord<byte[], byte[]>> read(Path file, String topic) throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (in.available() > 0) {
                byte[] key = bytes(in);
                byte[] value = bytes(in);
                RecordHeaders headers = new RecordHeaders();
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    String name = new String(bytes(in), StandardCharsets.UTF_8);
                    headers.add(name, bytes(in));
                }
                records.add(new ProducerRecord<>(topic, null, key, value, headers));
            }
        }
        return records;
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
