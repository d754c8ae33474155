package org.secondperiod.ingest.knownabsences.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.knownabsences.Declared;
import org.secondperiod.ingest.knownabsences.DetailCipher;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Makes the event that tells of a known absence. */
@ApplicationScoped
public class KnownAbsenceEvents {

    private final EventEnvelope envelope;
    private final DetailCipher cipher;

    KnownAbsenceEvents(EventEnvelope envelope, DetailCipher cipher) {
        this.envelope = envelope;
        this.cipher = cipher;
    }

    /** One version of the absence. */
    public OutgoingEvent of(Declared absence, String subject, Instant recordedAt) {
        var span = absence.span();
        return envelope.of(
                Topics.KNOWN_ABSENCES,
                new KnownAbsence(
                        absence.eventId(),
                        absence.absenceId(),
                        absence.student().value(),
                        absence.school() == null ? null : absence.school().value(),
                        absence.reason(),
                        span.fromDay(),
                        span.toDay(),
                        span.fromTime(),
                        span.toTime(),
                        absence.detail() == null ? null : cipher.seal(absence.student(), absence.detail()),
                        absence.version() == null ? 0 : absence.version(),
                        absence.deleted(),
                        subject,
                        recordedAt));
    }
}
