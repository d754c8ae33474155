package org.secondperiod.kit.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A consumer whose effect is exactly once: it owns its poll loop, stands where its database says, and moves there only
 * together with what the records did.
 *
 * <p>A batch is one transaction. A fault of the infrastructure rolls it back and is waited out, with the partitions paused
 * and the group kept alive. A fault of a record is found by halving the batch; only that record goes to the dead letters.
 * Whoever finds the offsets moved by somebody else (a zombie, a rewind, a commit whose outcome was unknown) lets go of what
 * it was doing and reads again where it stands.
 */
final class FencedConsumer implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FencedConsumer.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final Duration CHECK_OFFSETS_EVERY = Duration.ofSeconds(2);

    private final String name;
    private final List<String> topics;
    private final KafkaClients clients;
    private final OffsetStore offsets;
    private final BatchProcessor processor;
    private final DeletedUnread deletedUnread;
    private final Runnable beforeSubscribing;
    private final Thread thread;

    private final Pulse pulse = new Pulse();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private volatile @Nullable Consumer<String, byte[]> consumer;

    /** Where this consumer believes to stand; only partitions that it may read from are in it. */
    private final Map<TopicPartition, Long> standing = new HashMap<>();

    /** The assignment has changed since the batch in hand was read. */
    private boolean rebalanced;

    private long offsetsCheckedAt;

    FencedConsumer(
            String name,
            List<String> topics,
            KafkaClients clients,
            OffsetStore offsets,
            BatchProcessor processor,
            Runnable beforeSubscribing) {
        this.name = name;
        this.topics = topics;
        this.clients = clients;
        this.offsets = offsets;
        this.processor = processor;
        this.deletedUnread = new DeletedUnread(name, offsets);
        this.beforeSubscribing = beforeSubscribing;
        this.thread = Thread.ofPlatform().name("consumer-" + name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    Pulse pulse() {
        return pulse;
    }

    /** What keeps it from working, or nothing. */
    @Nullable
    Trouble trouble() {
        return pulse.trouble(ClientMetrics.unheard(consumer));
    }

    /** How many records it found deleted by retention that it had not read. */
    long deletedUnread() {
        return deletedUnread.records();
    }

    /** The greatest number of records that a partition is behind, as the Kafka client measures it; NaN before it knows. */
    double lag() {
        return ClientMetrics.lag(consumer);
    }

    @Override
    public void run() {
        while (running.get()) {
            try (var fresh = clients.groupConsumer(name)) {
                consumer = fresh;
                pulse.asking(Trouble.Whose.DATABASE, () -> {
                    beforeSubscribing.run();
                    return true;
                });
                fresh.subscribe(topics, new Rebalance());
                while (running.get()) {
                    turn(fresh);
                }
            } catch (WakeupException e) {
                LOG.debugf("Consumer %s was woken to stop", name);
            } catch (RuntimeException e) {
                inTrouble("the consumer failed and starts again", e);
                pauseWithoutConsumer();
            } finally {
                consumer = null;
                standing.clear();
            }
        }
    }

    private void turn(Consumer<String, byte[]> kafka) {
        pulse.turns();
        rebalanced = false;
        var polled = kafka.poll(POLL);
        pulse.turns();
        if (!findStanding(kafka)) {
            return;
        }
        if (polled.isEmpty()) {
            noticeRewind(kafka);
            return;
        }
        if (recordsWereDeleted(kafka, polled)) {
            standing.clear();
            return;
        }
        var batch = new ArrayList<Received>(polled.count());
        for (var record : polled) {
            if (standing.containsKey(new TopicPartition(record.topic(), record.partition()))) {
                batch.add(Received.of(record));
            }
        }
        process(kafka, batch);
    }

    /** Reads where the newly assigned partitions stand and goes there; what was polled from them before is void. */
    private boolean findStanding(Consumer<String, byte[]> kafka) {
        var unknown = kafka.assignment().stream()
                .filter(partition -> !standing.containsKey(partition))
                .toList();
        if (unknown.isEmpty()) {
            return true;
        }
        try {
            var stored = pulse.asking(Trouble.Whose.BROKERS, () -> deletedUnread.standing(kafka, unknown));
            stored.forEach(kafka::seek);
            standing.putAll(stored);
            resume(kafka);
        } catch (WakeupException e) {
            throw e;
        } catch (OffsetStore.Fenced e) {
            LOG.debugf("Consumer %s was moved while it looked where it stands; it looks again", name);
        } catch (RuntimeException e) {
            standing.keySet().removeAll(unknown);
            waitOut(kafka, e);
        }
        return false;
    }

    /** Whether retention has deleted what it would have read next. */
    private boolean recordsWereDeleted(Consumer<String, byte[]> kafka, ConsumerRecords<String, byte[]> polled) {
        try {
            return pulse.asking(Trouble.Whose.BROKERS, () -> deletedUnread.isBefore(polled, standing, kafka));
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // It looks where it stands, and there it waits until the broker answers.
            LOG.debugf("Consumer %s could not ask where its topics begin", name);
            return true;
        }
    }

    /** While idle, notices that an operator has sent the consumer back. */
    private void noticeRewind(Consumer<String, byte[]> kafka) {
        if (System.nanoTime() - offsetsCheckedAt < CHECK_OFFSETS_EVERY.toNanos()) {
            return;
        }
        offsetsCheckedAt = System.nanoTime();
        if (ClientMetrics.isAlone(kafka)) {
            inTrouble("no broker is connected", new DisconnectException());
            return;
        }
        try {
            var stored = pulse.asking(Trouble.Whose.DATABASE, offsets::load);
            if (standing.entrySet().stream().anyMatch(mine -> !mine.getValue().equals(stored.get(mine.getKey())))) {
                standing.clear();
            }
            pulse.well();
            resume(kafka);
        } catch (RuntimeException e) {
            waitOut(kafka, e);
        }
    }

    private void process(Consumer<String, byte[]> kafka, List<Received> batch) {
        var left = batch;
        while (running.get() && !left.isEmpty()) {
            try {
                process(left);
                pulse.well();
                resume(kafka);
                commitForMonitoring(kafka);
                return;
            } catch (OffsetStore.Fenced e) {
                LOG.infof("Consumer %s stands elsewhere than it believed; reading again where", name);
                standing.clear();
                return;
            } catch (RuntimeException e) {
                if (!Faults.isWaitedOut(e)) {
                    throw e;
                }
                waitOut(kafka, e);
                if (rebalanced) {
                    standing.clear();
                    return;
                }
                left = left.stream().filter(this::isStillAhead).toList();
            }
        }
    }

    private void process(List<Received> batch) {
        pulse.asking(Trouble.Whose.DATABASE, () -> {
            processor.process(batch, standing);
            return true;
        });
    }

    private boolean isStillAhead(Received record) {
        var stands = standing.get(new TopicPartition(record.topic(), record.partition()));
        return stands != null && record.offset() >= stands;
    }

    /** Keeps the group alive and reads nothing while whatever is broken heals. */
    private void waitOut(Consumer<String, byte[]> kafka, RuntimeException why) {
        inTrouble("waiting for the infrastructure", why);
        kafka.pause(kafka.assignment());
        var until = System.nanoTime() + BACK_OFF.toNanos();
        while (running.get() && System.nanoTime() < until) {
            kafka.poll(POLL);
            kafka.pause(kafka.assignment());
            pulse.turns();
        }
    }

    private static void resume(Consumer<String, byte[]> kafka) {
        Set<TopicPartition> paused = kafka.paused();
        if (!paused.isEmpty()) {
            kafka.resume(paused);
        }
    }

    /** Kafka's own committed offsets are only for whoever watches the lag. */
    private void commitForMonitoring(Consumer<String, byte[]> kafka) {
        var committed = new HashMap<TopicPartition, OffsetAndMetadata>();
        standing.forEach((partition, offset) -> committed.put(partition, new OffsetAndMetadata(offset)));
        try {
            kafka.commitAsync(committed, null);
        } catch (KafkaException e) {
            LOG.debugf("Consumer %s could not show its offsets to the broker", name);
        }
    }

    private void inTrouble(String what, RuntimeException why) {
        var now = new Trouble(
                Faults.whose(why), "%s (%s)".formatted(what, why.getClass().getSimpleName()));
        if (pulse.inTrouble(now)) {
            LOG.warnf(why, "Consumer %s: %s", name, what);
        }
    }

    private void pauseWithoutConsumer() {
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
            pulse.turns();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.set(false);
        }
    }

    @Override
    public void close() {
        running.set(false);
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a change of hands a partition's standing is read from the database again. */
    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            standing.keySet().removeAll(partitions);
            rebalanced = true;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            standing.keySet().removeAll(partitions);
            rebalanced = true;
        }
    }
}
