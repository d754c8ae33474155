package org.secondperiod.kit.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A consumer's offsets in its own database: the only ones that count. */
final class OffsetStore {

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final Jdbi jdbi;
    private final String consumer;

    OffsetStore(Jdbi jdbi, String consumer) {
        this.jdbi = jdbi;
        this.consumer = consumer;
    }

    /** Where the consumer stands on each partition that it has ever read. */
    Map<TopicPartition, Long> load() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT topic, partition, next_offset FROM consumer_offset WHERE consumer = :consumer")
                .bind("consumer", consumer)
                .reduceRows(new HashMap<>(), (offsets, row) -> {
                    offsets.put(
                            new TopicPartition(
                                    row.getColumn("topic", String.class), row.getColumn("partition", Integer.class)),
                            row.getColumn("next_offset", Long.class));
                    return offsets;
                }));
    }

    /** Notes partitions seen for the first time, where each of them begins. */
    void introduce(Map<TopicPartition, Long> begins) {
        var partitions = List.copyOf(begins.keySet());
        jdbi.useTransaction(tx -> tx.createUpdate("""
                        INSERT INTO consumer_offset (consumer, topic, partition, next_offset)
                        SELECT :consumer, t.topic, t.partition, t.begin
                          FROM unnest(:topics, :partitions, :begins) AS t (topic, partition, begin)
                        ON CONFLICT DO NOTHING""")
                .bind("consumer", consumer)
                .bindArray(
                        "topics",
                        String.class,
                        partitions.stream().map(TopicPartition::topic).toList())
                .bindArray(
                        "partitions",
                        Integer.class,
                        partitions.stream().map(TopicPartition::partition).toList())
                .bindArray(
                        "begins",
                        Long.class,
                        partitions.stream().map(begins::get).toList())
                .execute());
    }

    /** As {@link #move(Handle, Map, Map)}, with nothing else. */
    void move(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        jdbi.useTransaction(tx -> move(tx, from, to));
    }

    /**
     * Moves the offsets, inside the transaction that holds what the records did.
     *
     * @param from where this consumer believes to stand
     * @param to the next offset of each partition
     * @throws Fenced if the consumer stands elsewhere: somebody else owns a partition, or an earlier commit whose outcome
     *     was unknown did succeed
     */
    void move(Handle tx, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        var partitions = new ArrayList<>(to.keySet());
        partitions.sort(ORDER);
        var moved = tx.createUpdate("""
                        UPDATE consumer_offset o SET next_offset = m.next
                          FROM unnest(:topics, :partitions, :expected, :next) AS m (topic, partition, expected, next)
                         WHERE o.consumer = :consumer AND o.topic = m.topic AND o.partition = m.partition
                           AND o.next_offset = m.expected""")
                .bind("consumer", consumer)
                .bindArray(
                        "topics",
                        String.class,
                        partitions.stream().map(TopicPartition::topic).toList())
                .bindArray(
                        "partitions",
                        Integer.class,
                        partitions.stream().map(TopicPartition::partition).toList())
                .bindArray(
                        "expected",
                        Long.class,
                        partitions.stream().map(from::get).toList())
                .bindArray("next", Long.class, partitions.stream().map(to::get).toList())
                .execute();
        if (moved != partitions.size()) {
            throw new Fenced();
        }
    }

    /** Sends the consumer back to the beginning of a topic; its loop notices by itself. */
    int rewind(String topic) {
        return jdbi.inTransaction(tx -> tx.createUpdate(
                        "UPDATE consumer_offset SET next_offset = 0 WHERE consumer = :consumer AND topic = :topic")
                .bind("consumer", consumer)
                .bind("topic", topic)
                .execute());
    }

    /** The consumer does not stand where it believes to: what it was doing must not take effect. */
    static final class Fenced extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Fenced() {
            super("Another owner has moved this consumer's offsets");
        }
    }
}
