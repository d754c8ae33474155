package org.secondperiod.outreach.erasures.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.outreach.erasures.ErasureOrder;
import org.secondperiod.outreach.facts.EventIds;

/** Makes a {@link PrivacyOrder} of an order of erasure. */
@ApplicationScoped
public class ErasureOrderEvents {

    private final EventEnvelope envelope;

    ErasureOrderEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /** The event for an order that goes out. */
    public OutgoingEvent ordered(ErasureOrder order) {
        return envelope.of(
                Topics.ORDERS,
                new PrivacyOrder(
                        EventIds.of("erasure", order.orderId(), 1),
                        order.orderId(),
                        PrivacyOrder.Kind.ERASURE,
                        order.studentId(),
                        null,
                        false,
                        1,
                        Objects.requireNonNull(order.sentAt())));
    }
}
