package org.secondperiod.kit.grants;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.time.MachineClock;

/**
 * What people hold at this moment, by the machine's clock. Looked up each time, never kept: a grant that was revoked or has ended
 * gives nothing from the next request on.
 */
@ApplicationScoped
public class Granted {

    private final Jdbi jdbi;
    private final GrantStore store;
    private final Set<String> firstAdmins;
    private final String consumer;

    Granted(
            Jdbi jdbi,
            GrantStore store,
            GrantsConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.jdbi = jdbi;
        this.store = store;
        this.firstAdmins = config.firstAdmins().orElse(Set.of());
        this.consumer = GrantsConsumer.nameIn(service);
    }

    /** Whether configuration makes this person an administrator, whatever grants say. */
    public boolean isFirstAdmin(String subject) {
        return firstAdmins.contains(subject);
    }

    /** What this person holds now. */
    public Held of(String subject) {
        Instant now = MachineClock.now();
        List<Grant> inForce = new ArrayList<>();
        if (isFirstAdmin(subject)) {
            inForce.add(byConfiguration(subject));
        }
        jdbi.withHandle(handle -> store.of(handle, subject)).stream()
                .filter(grant -> grant.isInForce(now))
                .forEach(inForce::add);
        return new Held(List.copyOf(inForce));
    }

    /** Whether grants have been read at all: a service that is new refuses everybody until then. */
    public boolean areBeingRead() {
        return jdbi.withHandle(handle -> store.isBeingRead(handle, consumer, Topics.GRANTS.name()));
    }

    private static Grant byConfiguration(String subject) {
        return new Grant("first-admin", subject, "admin", Schools.ALL, Set.of(Grant.RESTRICTED_NOTES), null, false, 0);
    }
}
