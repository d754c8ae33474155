package org.secondperiod.kit.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.traces.TracedWork;

/**
 * Handles a batch in one transaction with its offsets; where a record is at fault, halves the batch until it stands alone
 * and sends it to the dead letters.
 */
final class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class);
    private static final String EVENT_ID = "ce_id";

    private final String consumer;
    private final Jdbi jdbi;
    private final OffsetStore offsets;
    private final BatchHandler handler;
    private final DeadLetters deadLetters;

    BatchProcessor(String consumer, Jdbi jdbi, OffsetStore offsets, BatchHandler handler, DeadLetters deadLetters) {
        this.consumer = consumer;
        this.jdbi = jdbi;
        this.offsets = offsets;
        this.handler = handler;
        this.deadLetters = deadLetters;
    }

    /**
     * Takes the batch in.
     *
     * @param standing where the consumer believes to stand; moved along as parts of the batch take effect
     * @throws OffsetStore.Fenced if it stands elsewhere
     * @throws RuntimeException a fault of the infrastructure; what took effect before it is in {@code standing}
     */
    void process(List<Received> batch, Map<TopicPartition, Long> standing) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var work = traced(batch);
            work.run(() -> inTransaction(batch, standing, handler));
            work.end();
        } catch (OffsetStore.Fenced e) {
            throw e;
        } catch (RuntimeException e) {
            if (Faults.isWaitedOut(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                bury(batch, standing, e);
                return;
            }
            var half = batch.size() / 2;
            process(batch.subList(0, half), standing);
            process(batch.subList(half, batch.size()), standing);
        }
    }

    private void bury(List<Received> alone, Map<TopicPartition, Long> standing, RuntimeException why) {
        var record = alone.getFirst();
        var work = traced(alone);
        work.run(() -> {
            LOG.warnf(
                    "A record of %s (partition %d, offset %d) could not be taken in and goes to the dead letters: %s, eventId=%s",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    why.getClass().getSimpleName(),
                    record.headers().getOrDefault(EVENT_ID, ""));
            LOG.debug("The fault", why);
            deadLetters.add(record, why);
            inTransaction(alone, standing, (tx, nothing) -> {});
        });
        work.fail(why);
    }

    private TracedWork traced(List<Received> batch) {
        var work = new TracedWork();
        batch.forEach(record -> work.record(consumer, record.topic(), record.key(), record.headers()));
        return work;
    }

    private void inTransaction(List<Received> batch, Map<TopicPartition, Long> standing, BatchHandler effect) {
        var next = new HashMap<TopicPartition, Long>();
        for (var record : batch) {
            next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> {
            offsets.move(tx, standing, next);
            effect.handle(tx, batch);
        }));
        standing.putAll(next);
    }
}
