package org.secondperiod.kit.orders;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;

/** Reads orders, in every service that has a database. */
@UnlessBuildProperty(name = "secondperiod.delivery.consumers", stringValue = "none", enableIfMissing = true)
@ApplicationScoped
public class OrdersConsumer implements BatchHandler {

    private final FencedConsumers consumers;
    private final HoldStore holds;
    private final ErasureStore erasures;
    private final String name;

    OrdersConsumer(
            FencedConsumers consumers,
            HoldStore holds,
            ErasureStore erasures,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.consumers = consumers;
        this.holds = holds;
        this.erasures = erasures;
        this.name = nameIn(service);
    }

    /** The consumer's name and Kafka group in a service. */
    public static String nameIn(String service) {
        return service + "-orders";
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(name, List.of(Topics.ORDERS), this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        for (Received record : batch) {
            if (record.isTombstone()) {
                holds.remove(tx, List.of(record.key()));
            } else {
                take(tx, record.event(Topics.ORDERS));
            }
        }
    }

    private void take(Handle tx, PrivacyOrder order) {
        switch (order.kind()) {
            case LEGAL_HOLD -> holds.put(tx, hold(order));
            case ERASURE -> {
                if (order.studentId() == null) {
                    throw new BadEvent("an erasure of nobody");
                }
                erasures.put(tx, order.orderId(), order.studentId());
            }
        }
    }

    private static Hold hold(PrivacyOrder order) {
        if ((order.studentId() == null) == (order.schoolId() == null)) {
            throw new BadEvent("neither a student's nor a school's");
        }
        return new Hold(order.orderId(), order.studentId(), order.schoolId(), order.ended(), order.version());
    }
}
