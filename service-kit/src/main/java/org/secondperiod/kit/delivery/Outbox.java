package org.secondperiod.kit.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.time.Times;
import org.secondperiod.kit.traces.Traces;

/** Events that tell of a change, written in the transaction of the change; {@link OutboxRelay} sends them. */
@ApplicationScoped
public class Outbox {

    private final Clock clock;
    private final OutboxRelay relay;

    Outbox(Clock clock, OutboxRelay relay) {
        this.clock = clock;
        this.relay = relay;
    }

    /**
     * Adds events to the transaction. They are sent once it commits, at least once each, those of one key in this order.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void add(Handle tx, List<OutgoingEvent> events) {
        if (!tx.isInTransaction()) {
            throw new IllegalStateException("The outbox is only written inside the transaction that it tells of");
        }
        if (events.isEmpty()) {
            return;
        }
        tx.createUpdate("INSERT INTO outbox (events, batch, written) VALUES (:events, :batch, :written)")
                .bind("events", events.size())
                .bind(
                        "batch",
                        OutboxBatch.write(events.stream().map(Outbox::traced).toList()))
                .bind("written", Times.now(clock).atOffset(ZoneOffset.UTC))
                .execute();
        tx.afterCommit(relay::wake);
    }

    /** The trace lies beside the event until it is sent. */
    private static OutgoingEvent traced(OutgoingEvent event) {
        var headers = Traces.caused(event.key(), event.headers());
        return headers == event.headers()
                ? event
                : new OutgoingEvent(event.topic(), event.key(), event.value(), headers);
    }
}
