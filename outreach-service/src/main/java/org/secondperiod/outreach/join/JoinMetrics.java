package org.secondperiod.outreach.join;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.whereabouts.db.DueStore;

/** How late decisions are. */
@ApplicationScoped
class JoinMetrics {

    private static final double MILLIS = 1000.0;

    private final Jdbi jdbi;
    private final Clock clock;
    private final DueStore due;

    JoinMetrics(Jdbi jdbi, Clock clock, DueStore due) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.due = due;
    }

    void onStart(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("secondperiod.look.again.overdue", this, JoinMetrics::overdue)
                .description("Seconds since the oldest decision was due; 0 if none is")
                .register(meters);
    }

    private double overdue() {
        return AsSystem.get(() -> jdbi.inTransaction(due::oldest))
                .map(oldest -> Duration.between(oldest, Times.now(clock)).toMillis() / MILLIS)
                .map(late -> Math.max(0, late))
                .orElse(0.0);
    }
}
