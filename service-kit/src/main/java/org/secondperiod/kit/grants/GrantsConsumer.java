package org.secondperiod.kit.grants;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.GrantChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;

/** Reads grants, in every service that has a database. A role that this version does not know is kept, and gives nothing. */
@UnlessBuildProperty(name = "secondperiod.delivery.consumers", stringValue = "none", enableIfMissing = true)
@ApplicationScoped
public class GrantsConsumer implements BatchHandler {

    private final FencedConsumers consumers;
    private final GrantStore store;
    private final String name;

    GrantsConsumer(
            FencedConsumers consumers,
            GrantStore store,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.consumers = consumers;
        this.store = store;
        this.name = nameIn(service);
    }

    /** The consumer's name and Kafka group in a service. */
    public static String nameIn(String service) {
        return service + "-grants";
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(name, List.of(Topics.GRANTS), this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        for (Received record : batch) {
            if (record.isTombstone()) {
                store.remove(tx, List.of(record.key()));
            } else {
                store.put(tx, grant(record.event(Topics.GRANTS)));
            }
        }
    }

    private static Grant grant(GrantChanged event) {
        return new Grant(
                given("grantId", event.grantId()),
                given("subject", event.subject()),
                given("role", event.role()),
                Schools.of(given("schools", event.schools())),
                event.rights() == null ? Set.of() : Set.copyOf(event.rights()),
                event.expiresAt(),
                event.revoked(),
                event.version());
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new BadEvent(field + " is missing");
        }
        return value;
    }
}
