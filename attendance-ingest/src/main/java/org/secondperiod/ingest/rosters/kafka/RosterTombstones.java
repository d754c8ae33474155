package org.secondperiod.ingest.rosters.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.orders.StudentTombstones;

/** Takes an erased student out of the topics that rosters are told on. */
@ApplicationScoped
class RosterTombstones implements StudentTombstones {

    private final EventEnvelope envelope;

    RosterTombstones(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public List<OutgoingEvent> of(String studentId) {
        return List.of(envelope.tombstone(Topics.ENROLMENTS, studentId), envelope.tombstone(Topics.PEOPLE, studentId));
    }
}
