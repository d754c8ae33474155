package org.secondperiod.outreach.erasures;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.kit.time.MachineClock;

/** Sends orders that waited for a legal hold, once it is lifted. Any replica can do it. */
@ApplicationScoped
public class ErasureOrderSweep {

    private final ErasureService erasures;

    ErasureOrderSweep(ErasureService erasures) {
        this.erasures = erasures;
    }

    @Scheduled(every = "10s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        erasures.releaseAll(MachineClock.now());
    }
}
