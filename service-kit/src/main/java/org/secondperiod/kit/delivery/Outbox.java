package org.secondperiod.kit.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.time.Times;

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
        var written = Times.now(clock).atOffset(ZoneOffset.UTC);
        var batch = tx.prepareBatch("INSERT INTO outbox (topic, key, value, headers, written)"
                + " VALUES (:topic, :key, :value, CAST(:headers AS jsonb), :written)");
        for (var event : events) {
            batch.bind("topic", event.topic())
                    .bind("key", event.key())
                    .bind("value", event.value())
                    .bind("headers", json(event))
                    .bind("written", written)
                    .add();
        }
        batch.execute();
        tx.afterCommit(relay::wake);
    }

    private static String json(OutgoingEvent event) {
        try {
            return EventJson.MAPPER.writeValueAsString(event.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
