package org.secondperiod.kit.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.secondperiod.events.ErasureReported;
import org.secondperiod.events.ErasureReported.ErasedClass;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Tells what this service has done about orders of erasure. */
@ApplicationScoped
class ErasureReports {

    private final EventEnvelope envelope;
    private final String service;

    ErasureReports(EventEnvelope envelope, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.envelope = envelope;
        this.service = service;
    }

    /** A legal hold keeps the records. */
    OutgoingEvent held(Erasure erasure, Instant now) {
        return event(erasure, ErasureReported.State.HELD, List.of(), now);
    }

    /** So many records of each class were erased. */
    OutgoingEvent erased(Erasure erasure, Map<String, Long> records, Instant now) {
        List<ErasedClass> classes = records.entrySet().stream()
                .map(each -> new ErasedClass(each.getKey(), each.getValue()))
                .toList();
        return event(erasure, ErasureReported.State.ERASED, classes, now);
    }

    private OutgoingEvent event(Erasure erasure, ErasureReported.State state, List<ErasedClass> classes, Instant now) {
        return envelope.of(
                Topics.ERASURES,
                new ErasureReported(
                        "%s-%d".formatted(erasure.orderId(), erasure.version()),
                        erasure.orderId(),
                        service,
                        state,
                        classes,
                        erasure.version(),
                        now));
    }
}
