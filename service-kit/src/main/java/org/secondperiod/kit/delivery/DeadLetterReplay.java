package org.secondperiod.kit.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;

/**
 * Reads a consumer's dead letters, and on an operator's command hands them to the consumer's handler once more. Each letter
 * is moved past in the transaction of its effect; one that fails again is put back at the end.
 */
final class DeadLetterReplay {

    private static final Logger LOG = Logger.getLogger(DeadLetterReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** After so many polls without a record, 10 s, the broker is taken to be away. */
    private static final int QUIET_POLLS = 20;

    /** A dead letter as an operator sees it: where it came from and the kind of fault, never its content. */
    record Letter(String topic, String partition, String offset, String fault, String at) {}

    /** How many took effect, and how many failed again. */
    record Outcome(int replayed, int failedAgain) {}

    private final Jdbi jdbi;
    private final KafkaClients clients;
    private final OffsetStore offsets;
    private final DeadLetters deadLetters;
    private final BatchHandler handler;
    private volatile double counted = Double.NaN;

    DeadLetterReplay(Jdbi jdbi, KafkaClients clients, DeadLetters deadLetters, BatchHandler handler) {
        this.jdbi = jdbi;
        this.clients = clients;
        this.deadLetters = deadLetters;
        this.handler = handler;
        this.offsets = new OffsetStore(jdbi, deadLetters.topic());
    }

    /** The letters that have not been replayed, oldest first per partition, at most {@code limit} of them. */
    List<Letter> pending(int limit) {
        return read(limit).stream()
                .map(letter -> new Letter(
                        letter.headers().getOrDefault(DeadLetters.TOPIC, ""),
                        letter.headers().getOrDefault(DeadLetters.PARTITION, ""),
                        letter.headers().getOrDefault(DeadLetters.OFFSET, ""),
                        letter.headers().getOrDefault(DeadLetters.FAULT, ""),
                        letter.headers().getOrDefault(DeadLetters.AT, "")))
                .toList();
    }

    /** How many letters had not been replayed when they were counted last; NaN while that is not known. */
    double counted() {
        return counted;
    }

    /** Counts them, without reading them. */
    void count() {
        try (var consumer = clients.freeConsumer()) {
            var partitions = consumer.partitionsFor(deadLetters.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            var begins = consumer.beginningOffsets(partitions);
            var stands = offsets.load();
            counted = consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end ->
                            end.getValue() - Math.max(begins.get(end.getKey()), stands.getOrDefault(end.getKey(), 0L)))
                    .sum();
        } catch (RuntimeException e) {
            LOG.debugf("%s could not be counted", deadLetters.topic());
            counted = Double.NaN;
        }
    }

    /** Hands every pending letter to the handler. */
    Outcome replay() {
        int replayed = 0;
        int failedAgain = 0;
        for (var letter : read(Integer.MAX_VALUE)) {
            var partition = new TopicPartition(letter.topic(), letter.partition());
            var stands = offsets.load();
            Map<TopicPartition, Long> next = Map.of(partition, letter.offset() + 1);
            try {
                AsSystem.run(() -> jdbi.useTransaction(tx -> {
                    offsets.move(tx, stands, next);
                    handler.handle(tx, List.of(DeadLetters.original(letter)));
                }));
                replayed++;
            } catch (OffsetStore.Fenced e) {
                throw e;
            } catch (RuntimeException e) {
                if (Faults.isWaitedOut(e)) {
                    throw e;
                }
                deadLetters.add(letter, e);
                offsets.move(stands, next);
                failedAgain++;
            }
        }
        return new Outcome(replayed, failedAgain);
    }

    private List<Received> read(int limit) {
        try (var consumer = clients.freeConsumer()) {
            var partitions = consumer.partitionsFor(deadLetters.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            // Assigned before anything is asked of them: Kafka's consumer warns of each partition that is not.
            consumer.assign(partitions);
            offsets.introduce(consumer.beginningOffsets(partitions));
            var stands = offsets.load();
            var ends = consumer.endOffsets(partitions);
            partitions.forEach(partition -> consumer.seek(partition, stands.get(partition)));
            return readUpTo(consumer, ends, limit);
        }
    }

    private static List<Received> readUpTo(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, int limit) {
        var letters = new ArrayList<Received>();
        int quiet = 0;
        while (letters.size() < limit
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            quiet = records.isEmpty() ? quiet + 1 : 0;
            if (quiet == QUIET_POLLS) {
                throw new TimeoutException("The broker sent none of the dead letters it has");
            }
            for (var record : records) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))
                        && letters.size() < limit) {
                    letters.add(Received.of(record));
                }
            }
        }
        return letters;
    }
}
