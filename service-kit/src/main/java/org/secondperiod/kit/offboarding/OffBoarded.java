package org.secondperiod.kit.offboarding;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.offboarding.db.OffBoardingStore;
import org.secondperiod.kit.requests.NoDatabase;

/** Whether the district has left. Asked with each request, so it is kept in memory and looked up every ten seconds. */
@ApplicationScoped
public class OffBoarded {

    private final Jdbi jdbi;
    private final OffBoardingStore store;
    private final boolean hasDatabase;
    private volatile boolean left;

    OffBoarded(
            Jdbi jdbi,
            OffBoardingStore store,
            @ConfigProperty(name = "quarkus.datasource.active", defaultValue = "true") boolean hasDatabase) {
        this.jdbi = jdbi;
        this.store = store;
        this.hasDatabase = hasDatabase;
    }

    /** Whether it has. */
    public boolean hasLeft() {
        return left;
    }

    void onStart(@Observes StartupEvent event) {
        if (hasDatabase) {
            look();
        }
    }

    /** Looks it up now. */
    @Scheduled(every = "10s", delayed = "10s", skipExecutionIf = NoDatabase.class)
    public void look() {
        left = jdbi.inTransaction(store::find).isPresent();
    }
}
