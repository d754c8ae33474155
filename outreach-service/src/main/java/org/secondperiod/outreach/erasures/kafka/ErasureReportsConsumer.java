package org.secondperiod.outreach.erasures.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.ErasureReported;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.outreach.erasures.ErasureOrder.Erased;
import org.secondperiod.outreach.erasures.ErasureOrder.Report;
import org.secondperiod.outreach.erasures.db.ErasureReportStore;

/** Reads what services report of erasures. */
@ApplicationScoped
public class ErasureReportsConsumer implements BatchHandler {

    private static final String NAME = "outreach-service-erasures";

    private final FencedConsumers consumers;
    private final ErasureReportStore store;

    ErasureReportsConsumer(FencedConsumers consumers, ErasureReportStore store) {
        this.consumers = consumers;
        this.store = store;
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(NAME, List.of(Topics.ERASURES), this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        for (Received record : batch) {
            ErasureReported event = record.event(Topics.ERASURES);
            store.put(tx, event.orderId(), report(event));
        }
    }

    private static Report report(ErasureReported event) {
        return new Report(
                event.service(),
                event.state() == ErasureReported.State.HELD,
                event.classes().stream()
                        .map(each -> new Erased(each.recordClass(), each.records()))
                        .toList(),
                event.version(),
                event.recordedAt());
    }
}
