package org.secondperiod.outreach.join;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.secondperiod.outreach.escalations.EscalationSweep;
import org.secondperiod.outreach.promises.PromiseSweep;
import org.secondperiod.outreach.schooldays.DaySweep;

/** Runs the sweeps, one after the other, a few times a second of real time; the clock they read may be a faster one. */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final long EVERY_MILLIS = 250;

    private final DaySweep days;
    private final LookAgainSweep lookAgain;
    private final PromiseSweep promises;
    private final EscalationSweep escalations;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeps").factory());

    Sweeper(DaySweep days, LookAgainSweep lookAgain, PromiseSweep promises, EscalationSweep escalations) {
        this.days = days;
        this.lookAgain = lookAgain;
        this.promises = promises;
        this.escalations = escalations;
    }

    void onStart(@Observes StartupEvent event) {
        var unused = thread.scheduleWithFixedDelay(this::sweep, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    /** Nothing is lost if a sweep fails: what is due stays due. */
    private void sweep() {
        attempt("opening and closing days", days::run);
        attempt("looking again", lookAgain::run);
        attempt("looking at promises", promises::run);
        attempt("looking at escalations", escalations::run);
    }

    private static void attempt(String what, Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "A sweep failed while %s; it is tried again", what);
        }
    }
}
