package org.secondperiod.kit.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.secondperiod.kit.traces.Traces;

/** Sends events and knows when they are safe: a return without an exception means that the broker acknowledged. */
@ApplicationScoped
public class EventPublisher {

    private final Producer<String, byte[]> producer;

    EventPublisher(KafkaClients clients) {
        this.producer = clients.producer();
    }

    /**
     * Sends all of them and waits for every acknowledgement.
     *
     * @throws NotAcknowledged naming those that failed; the others are safe
     */
    public void publish(List<OutgoingEvent> events) {
        var pending = new ArrayList<PendingPublish>(events.size());
        for (var event : events) {
            pending.add(send(event));
        }
        var failed = new ArrayList<Integer>();
        Throwable why = null;
        for (int i = 0; i < pending.size(); i++) {
            try {
                pending.get(i).await();
            } catch (NotAcknowledged e) {
                failed.add(i);
                why = e.getCause();
            }
        }
        if (why != null) {
            throw new NotAcknowledged(failed, why);
        }
    }

    /** Hands one event to the producer; it is safe once {@link PendingPublish#await} returns. */
    public PendingPublish send(OutgoingEvent event) {
        var record = new ProducerRecord<String, byte[]>(event.topic(), event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var sending = Traces.sending(event.topic(), event.key(), event.headers());
        var trace = sending.header();
        if (trace != null) {
            record.headers().remove(Traces.HEADER).add(Traces.HEADER, trace.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new PendingPublish(producer.send(record, (where, fault) -> sending.end(fault)));
        } catch (KafkaException | IllegalStateException e) {
            sending.end(e);
            return new PendingPublish(CompletableFuture.failedFuture(e));
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
