package org.secondperiod.kit.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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

    /** A transaction takes a second or two; from this on it is the others who do not answer. */
    private static final Duration ANSWERS_USUALLY_WITHIN = Duration.ofSeconds(15);

    private static final long ASKS_NOTHING = 0;

    private final String name;
    private final List<String> topics;
    private final KafkaClients clients;
    private final OffsetStore offsets;
    private final BatchProcessor processor;
    private final DeletedUnread deletedUnread;
    private final Runnable beforeSubscribing;
    private final Thread thread;

    private final AtomicBoolean running = new AtomicBoolean(true);
    private volatile long lastTurn = System.nanoTime();
    private volatile long asksSince = ASKS_NOTHING;
    private volatile Trouble.Whose asks = Trouble.Whose.DATABASE;
    private volatile @Nullable Trouble trouble;
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

    /** How long ago the loop last turned, in real time. */
    Duration sinceLastTurn() {
        return Duration.ofNanos(System.nanoTime() - lastTurn);
    }

    /** How long the loop has waited for the database or the brokers to answer; nothing while it asks nothing. */
    Duration sinceAsked() {
        long since = asksSince;
        return since == ASKS_NOTHING ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /**
     * Whether it is the loop itself that stands still. A loop that waits for an answer does not turn either, and wants no restart: its
     * connection gives up by itself.
     *
     * @param after not having turned for so long
     * @param answered how long a connection waits for an answer, at the most
     */
    boolean isDead(Duration after, Duration answered) {
        return sinceLastTurn().compareTo(sinceAsked().isZero() ? after : after.plus(answered)) >= 0;
    }

    /** What keeps it from working, or nothing. */
    @Nullable
    Trouble trouble() {
        var unanswered = sinceAsked();
        if (unanswered.compareTo(ANSWERS_USUALLY_WITHIN) >= 0) {
            return new Trouble(asks, "no answer for %d s".formatted(unanswered.toSeconds()));
        }
        double unheard = metric("last-heartbeat-seconds-ago");
        // A poll finds nothing where there is nothing and where there is no broker; a loop that turns and is not heard
        // by them misses them.
        return unheard >= ANSWERS_USUALLY_WITHIN.toSeconds() && sinceLastTurn().compareTo(ANSWERS_USUALLY_WITHIN) < 0
                ? new Trouble(
                        Trouble.Whose.BROKERS, "the brokers have not taken a heartbeat for %.0f s".formatted(unheard))
                : trouble;
    }

    private <T> T asking(Trouble.Whose whom, Supplier<T> work) {
        asks = whom;
        asksSince = Math.max(1, System.nanoTime());
        try {
            return work.get();
        } finally {
            asksSince = ASKS_NOTHING;
        }
    }

    /** How many records it found deleted by retention that it had not read. */
    long deletedUnread() {
        return deletedUnread.records();
    }

    /** The greatest number of records that a partition is behind, as the Kafka client measures it; NaN before it knows. */
    double lag() {
        double lag = metric("records-lag-max");
        return Double.isNaN(lag) && consumer != null ? 0 : lag;
    }

    /** The greatest value of one of the Kafka client's metrics; NaN where it does not tell it. */
    private double metric(String metric) {
        var current = consumer;
        if (current == null) {
            return Double.NaN;
        }
        return current.metrics().values().stream()
                .filter(each -> each.metricName().name().equals(metric))
                .mapToDouble(each -> each.metricValue() instanceof Double value ? value : Double.NaN)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    @Override
    public void run() {
        while (running.get()) {
            try (var fresh = clients.groupConsumer(name)) {
                consumer = fresh;
                asking(Trouble.Whose.DATABASE, () -> {
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
        lastTurn = System.nanoTime();
        rebalanced = false;
        var polled = kafka.poll(POLL);
        lastTurn = System.nanoTime();
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
        var batch = new java.util.ArrayList<Received>(polled.count());
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
            var stored = asking(Trouble.Whose.BROKERS, () -> deletedUnread.standing(kafka, unknown));
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
            return asking(Trouble.Whose.BROKERS, () -> deletedUnread.isBefore(polled, standing, kafka));
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
        if (hasNoBroker(kafka)) {
            inTrouble("no broker is connected", new DisconnectException());
            return;
        }
        try {
            var stored = asking(Trouble.Whose.DATABASE, offsets::load);
            if (standing.entrySet().stream().anyMatch(mine -> !mine.getValue().equals(stored.get(mine.getKey())))) {
                standing.clear();
            }
            trouble = null;
            resume(kafka);
        } catch (RuntimeException e) {
            waitOut(kafka, e);
        }
    }

    /** Kafka's client says nothing while all brokers are away: it looks as if nothing came. */
    private static boolean hasNoBroker(Consumer<String, byte[]> kafka) {
        return kafka.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("connection-count"))
                        .mapToDouble(metric -> metric.metricValue() instanceof Double count ? count : Double.NaN)
                        .max()
                        .orElse(Double.NaN)
                == 0;
    }

    private void process(Consumer<String, byte[]> kafka, List<Received> batch) {
        var left = batch;
        while (running.get() && !left.isEmpty()) {
            try {
                process(left);
                trouble = null;
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
        asking(Trouble.Whose.DATABASE, () -> {
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
            lastTurn = System.nanoTime();
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
        if (trouble == null) {
            LOG.warnf(why, "Consumer %s: %s", name, what);
        }
        trouble = new Trouble(
                Faults.whose(why), "%s (%s)".formatted(what, why.getClass().getSimpleName()));
    }

    private void pauseWithoutConsumer() {
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
            lastTurn = System.nanoTime();
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
