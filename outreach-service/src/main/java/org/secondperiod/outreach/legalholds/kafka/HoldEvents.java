package org.secondperiod.outreach.legalholds.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.legalholds.LegalHold;

/** Makes a {@link PrivacyOrder} of a legal hold. The same version of a hold always has the same event id. */
@ApplicationScoped
public class HoldEvents {

    private final EventEnvelope envelope;

    HoldEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /** The event for a hold as it now is. */
    public OutgoingEvent changed(LegalHold hold) {
        return envelope.of(
                Topics.ORDERS,
                new PrivacyOrder(
                        EventIds.of("legal-hold", hold.holdId(), hold.version()),
                        hold.holdId(),
                        PrivacyOrder.Kind.LEGAL_HOLD,
                        hold.studentId(),
                        hold.schoolId(),
                        hold.isLifted(),
                        hold.version(),
                        hold.changedAt()));
    }
}
