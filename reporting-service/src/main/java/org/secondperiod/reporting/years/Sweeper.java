package org.secondperiod.reporting.years;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.secondperiod.reporting.outreach.OutreachSweep;

/** Runs the sweeps a few times a second of real time; the clock that it reads may be a faster one. */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final long EVERY_MILLIS = 250;

    /** While a morning is told, each mark and call makes its school's day due again; it is added up once for many of them. */
    private static final long DAYS_OF_CALLS_EVERY_MILLIS = 1_000;

    private final RefreshSweep sweep;
    private final OutreachSweep outreach;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeps").factory());

    Sweeper(RefreshSweep sweep, OutreachSweep outreach) {
        this.sweep = sweep;
        this.outreach = outreach;
    }

    void onStart(@Observes StartupEvent event) {
        var unusedYears = thread.scheduleWithFixedDelay(this::sweep, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        var unusedCalls =
                thread.scheduleWithFixedDelay(this::addUpCalls, 0, DAYS_OF_CALLS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private void sweep() {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            LOG.warn("Students could not be counted again, and will be with the next try", e);
        }
    }

    private void addUpCalls() {
        try {
            outreach.run();
        } catch (RuntimeException e) {
            LOG.warn("Days of calls could not be added up again, and will be with the next try", e);
        }
    }
}
