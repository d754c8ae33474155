package org.secondperiod.kit.health;

import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether requests may be sent to this replica: once it has been ready, with the database and the brokers and all that it needs. What is
 * away later is away for every replica, and each says so itself, with a problem and when to come again; whoever routes would only say that
 * nobody is there. Readiness goes on telling what is away, for whoever watches.
 */
@ApplicationScoped
@HealthGroup("serving")
class Serving implements AsyncHealthCheck {

    private final SmallRyeHealthReporter reporter;
    private volatile boolean begun;

    Serving(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return begun
                ? Uni.createFrom().item(response())
                : reporter.getReadinessAsync().map(readiness -> {
                    begun = !readiness.isDown();
                    return response();
                });
    }

    private HealthCheckResponse response() {
        return HealthCheckResponse.named("serving").status(begun).build();
    }
}
