package org.secondperiod.kit.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.kit.requests.NoDatabase;

/** Has dead letters counted for the metrics: by the minute, and not by whoever collects metrics. */
@ApplicationScoped
class DeadLetterCounts {

    private final FencedConsumers consumers;

    DeadLetterCounts(FencedConsumers consumers) {
        this.consumers = consumers;
    }

    @Scheduled(
            every = "1m",
            delayed = "15s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    void count() {
        consumers.all().forEach(each -> each.deadLetters().count());
    }
}
