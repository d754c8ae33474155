package org.secondperiod.kit.delivery;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/** An event that has been handed to the producer and awaits the broker's acknowledgement. */
public final class PendingPublish {

    private final Future<RecordMetadata> sent;

    PendingPublish(Future<RecordMetadata> sent) {
        this.sent = sent;
    }

    /** Whether it has failed already; false while it is under way or acknowledged. */
    public boolean failed() {
        return sent.state() == Future.State.FAILED;
    }

    /**
     * Waits for the acknowledgement.
     *
     * @throws NotAcknowledged if it does not come in time
     */
    public void await() {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new NotAcknowledged(List.of(0), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(List.of(0), e);
        }
    }
}
