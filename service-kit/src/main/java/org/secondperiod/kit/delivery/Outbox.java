package org.secondperiod.kit.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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
        tx.createUpdate("""
                        INSERT INTO outbox (topic, key, value, headers, written)
                        SELECT topic, key, convert_to(value, 'UTF8'), CAST(headers AS jsonb), CAST(:written AS timestamptz)
                        FROM unnest(:topics, :keys, :values, :headers) WITH ORDINALITY AS e(topic, key, value, headers, place)
                        ORDER BY place""")
                .bindArray(
                        "topics",
                        String.class,
                        events.stream().map(OutgoingEvent::topic).toList())
                .bindArray(
                        "keys",
                        String.class,
                        events.stream().map(OutgoingEvent::key).toList())
                .bindArray(
                        "values",
                        String.class,
                        events.stream().map(Outbox::value).toArray())
                .bindArray(
                        "headers",
                        String.class,
                        events.stream().map(Outbox::json).toList())
                .bind("written", Times.now(clock).atOffset(ZoneOffset.UTC))
                .execute();
        tx.afterCommit(relay::wake);
    }

    /** Every value is JSON, and so it is text. */
    private static @Nullable String value(OutgoingEvent event) {
        return event.value() == null ? null : new String(event.value(), StandardCharsets.UTF_8);
    }

    private static String json(OutgoingEvent event) {
        try {
            return EventJson.MAPPER.writeValueAsString(event.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
