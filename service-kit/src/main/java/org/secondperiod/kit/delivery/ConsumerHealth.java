package org.secondperiod.kit.delivery;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * A consumer whose loop does not turn is dead and wants a restart; one that waits for its infrastructure is stalled, and only not ready,
 * also while its loop is in the middle of a question that nobody answers. Readiness says whose fault it is.
 */
@Singleton
class ConsumerHealth {

    @Produces
    @Singleton
    @Liveness
    HealthCheck loopsTurn(FencedConsumers consumers, DeliveryConfig config) {
        return () -> {
            var response = HealthCheckResponse.named("consumer-loops");
            boolean alive = true;
            for (var each : consumers.all()) {
                var since = each.sinceLastTurn();
                response.withData(each.name() + ".secondsSinceTurn", since.toSeconds());
                if (each.isDead(config.deadAfter(), config.answersWithin())) {
                    response.withData(each.name() + ".dead", true);
                    alive = false;
                }
            }
            return response.status(alive).build();
        };
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck consumersWork(FencedConsumers consumers) {
        return () -> {
            var response = HealthCheckResponse.named("consumers");
            boolean ready = true;
            for (var each : consumers.all()) {
                if (each.deletedUnread() > 0) {
                    response.withData(each.name() + ".deletedUnread", each.deletedUnread());
                }
                var trouble = each.trouble();
                if (trouble != null) {
                    response.withData(each.name(), trouble.what());
                    response.withData(each.name() + ".whose", trouble.whose().name());
                    ready = false;
                }
            }
            return response.status(ready).build();
        };
    }
}
