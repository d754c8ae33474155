package org.secondperiod.kit.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Notices that a topic's retention has deleted what a consumer would have read next, says so as loudly as it can, once, and lets
 * it go on where the topic begins now: nothing brings the records back, and those that are left must not wait for them.
 */
final class DeletedUnread {

    private static final Logger LOG = Logger.getLogger(DeletedUnread.class);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    private final String consumer;
    private final OffsetStore offsets;
    private final AtomicLong records = new AtomicLong();

    DeletedUnread(String consumer, OffsetStore offsets) {
        this.consumer = consumer;
        this.offsets = offsets;
    }

    /** How many records this process has found deleted that it had not read. */
    long records() {
        return records.get();
    }

    /**
     * Where the consumer stands on these partitions, after it has stepped over what is no longer there. One that it has never
     * read it begins where that begins.
     *
     * @throws OffsetStore.Fenced if somebody else moved it meanwhile
     * @throws RuntimeException a fault of the infrastructure
     */
    Map<TopicPartition, Long> standing(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
        var begins = kafka.beginningOffsets(partitions, ANSWERED_WITHIN);
        offsets.introduce(begins);
        var standing = offsets.load();
        standing.keySet().retainAll(partitions);
        var later = new HashMap<TopicPartition, Long>();
        standing.forEach((partition, stands) -> {
            if (stands < begins.get(partition)) {
                later.put(partition, begins.get(partition));
            }
        });
        if (!later.isEmpty()) {
            offsets.move(standing, later);
            later.forEach((partition, begin) -> say(partition, standing.get(partition), begin));
            standing.putAll(later);
        }
        return standing;
    }

    private void say(TopicPartition partition, long stood, long begin) {
        records.addAndGet(begin - stood);
        LOG.errorf(
                "Records of %s (partition %d, offsets %d to %d) were deleted before consumer %s read them, by the topic's"
                        + " retention: they have no effect, and it goes on from offset %d",
                partition.topic(), partition.partition(), stood, begin - 1, consumer, begin);
    }

    /** Whether records are missing between where it stands and what came, because they were deleted while it was away. */
    boolean isBefore(ConsumerRecords<?, ?> polled, Map<TopicPartition, Long> standing, Consumer<?, ?> kafka) {
        var skipped = polled.partitions().stream()
                .filter(standing::containsKey)
                .filter(partition -> polled.records(partition).getFirst().offset() > standing.get(partition))
                .toList();
        // A compacted topic has gaps as well, and then begins where it always did.
        return !skipped.isEmpty()
                && kafka.beginningOffsets(skipped, ANSWERED_WITHIN).entrySet().stream()
                        .anyMatch(begin -> begin.getValue() > standing.get(begin.getKey()));
    }
}
