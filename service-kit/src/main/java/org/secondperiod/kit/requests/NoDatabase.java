package org.secondperiod.kit.requests;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Skips what needs a database in a service that has none. */
@Singleton
public class NoDatabase implements Scheduled.SkipPredicate {

    private final boolean hasDatabase;

    NoDatabase(@ConfigProperty(name = "quarkus.datasource.active", defaultValue = "true") boolean hasDatabase) {
        this.hasDatabase = hasDatabase;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !hasDatabase;
    }
}
