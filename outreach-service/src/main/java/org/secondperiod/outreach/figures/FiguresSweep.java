package org.secondperiod.outreach.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.requests.NoDatabase;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.figures.Figures.Delay;
import org.secondperiod.outreach.figures.db.FiguresStore;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.whereabouts.HoldReason;

/**
 * Counts the morning once a minute, for the metrics. Every replica counts all of the district and shows the same, so that of several the
 * greatest is taken. What could not be counted is not shown.
 */
@ApplicationScoped
public class FiguresSweep {

    private static final double MILLIS = 1000.0;

    /** How far back the delay looks. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private final Jdbi jdbi;
    private final Clock clock;
    private final FiguresStore store;
    private volatile @Nullable Figures latest;

    FiguresSweep(Jdbi jdbi, Clock clock, FiguresStore store) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.store = store;
    }

    void onStart(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("secondperiod.schools.open", this, of(Figures::schools))
                .description("Schools whose day is open")
                .register(meters);
        for (TaskState state : TaskState.values()) {
            Gauge.builder(
                            "secondperiod.call.tasks",
                            this,
                            of(figures -> figures.tasks().getOrDefault(state.name(), 0L)))
                    .description("Call tasks of days that are open")
                    .tag("state", state.name())
                    .register(meters);
        }
        Gauge.builder("secondperiod.call.tasks.uncalled", this, of(Figures::uncalled))
                .description("Calls that somebody should make and nobody has tried")
                .register(meters);
        Gauge.builder("secondperiod.call.tasks.oldest.uncalled", this, of(figures -> age(figures.uncalledSince())))
                .description("How long the oldest of them has waited that nobody holds")
                .baseUnit("seconds")
                .register(meters);
        for (HoldReason reason : HoldReason.values()) {
            Gauge.builder(
                            "secondperiod.holds",
                            this,
                            of(figures -> figures.held().getOrDefault(reason.name(), 0L)))
                    .description("Students who are held")
                    .tag("reason", reason.name())
                    .register(meters);
            Gauge.builder(
                            "secondperiod.holds.oldest",
                            this,
                            of(figures -> age(figures.heldSince().get(reason.name()))))
                    .description("How long the oldest of them has been held")
                    .baseUnit("seconds")
                    .tag("reason", reason.name())
                    .register(meters);
        }
        delay(meters, "0.5", Delay::half);
        delay(meters, "0.99", Delay::most);
    }

    private void delay(MeterRegistry meters, String quantile, ToDoubleFunction<Delay> which) {
        Gauge.builder("secondperiod.task.delay", this, of(figures -> {
                    Delay delay = figures.delay();
                    return delay == null ? Double.NaN : which.applyAsDouble(delay);
                }))
                .description(
                        "From the cut-off, or the last mark if that came later, to the call task; of the last quarter of an hour")
                .baseUnit("seconds")
                .tag("quantile", quantile)
                .register(meters);
    }

    @Scheduled(
            every = "1m",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    void count() {
        latest = null;
        Instant since = Times.now(clock).minus(LATELY);
        latest = AsSystem.get(() -> jdbi.inTransaction(tx -> store.count(tx, since)));
    }

    private static ToDoubleFunction<FiguresSweep> of(ToDoubleFunction<Figures> what) {
        return sweep -> {
            Figures figures = sweep.latest;
            return figures == null ? Double.NaN : what.applyAsDouble(figures);
        };
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Times.now(clock)).toMillis() / MILLIS);
    }
}
