package org.secondperiod.reporting.years.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.orders.StudentTombstones;

/** Takes an erased student out of the topic of standings. */
@ApplicationScoped
class StandingTombstones implements StudentTombstones {

    private final EventEnvelope envelope;

    StandingTombstones(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public List<OutgoingEvent> of(String studentId) {
        return List.of(envelope.tombstone(Topics.STANDING, studentId));
    }
}
