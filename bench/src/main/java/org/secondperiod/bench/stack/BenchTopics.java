package org.secondperiod.bench.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.secondperiod.events.Topics;

/** Topics for the baselines, of as many partitions as the real ones, and where topics end. */
public final class BenchTopics implements AutoCloseable {

    private final Admin admin;

    public BenchTopics(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Makes topics; those that are there stay. */
    public void create(String... names) {
        for (String name : names) {
            try {
                admin.createTopics(List.of(new NewTopic(name, Topics.PARTITIONS, (short) 1)))
                        .all()
                        .get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** The sum of the offsets at which these topics end for readers of what is committed. */
    public long end(String... names) {
        Map<TopicPartition, OffsetSpec> ask = new java.util.HashMap<>();
        Arrays.stream(names)
                .flatMap(name -> IntStream.range(0, Topics.PARTITIONS).mapToObj(p -> new TopicPartition(name, p)))
                .forEach(partition -> ask.put(partition, OffsetSpec.latest()));
        return get(admin.listOffsets(
                                ask,
                                new org.apache.kafka.clients.admin.ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .values()
                .stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** The sum of the offsets that a group has committed on these topics. */
    public long committed(String group, String... names) {
        List<String> wanted = List.of(names);
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey().topic()) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
