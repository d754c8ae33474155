package org.secondperiod.kit.logs;

import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says when a scheduled task begins to fail, with its stack, and when it works again. In between it says nothing: a task that
 * runs each second would fill the log while a database is away. (The scheduler's own words about it are switched off.)
 */
@ApplicationScoped
class ScheduledFailures {

    private static final Logger LOG = Logger.getLogger(ScheduledFailures.class);

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    void onFailure(@Observes FailedExecution failed) {
        String task = task(failed.getExecution());
        if (failures.merge(task, 1, Integer::sum) == 1) {
            LOG.errorf(failed.getException(), "%s fails; it is tried again, and said once more when it works", task);
        }
    }

    void onSuccess(@Observes SuccessfulExecution succeeded) {
        String task = task(succeeded.getExecution());
        Integer times = failures.remove(task);
        if (times != null) {
            LOG.infof("%s works again, after it had failed %d times", task, times);
        }
    }

    private static String task(ScheduledExecution execution) {
        String method = execution.getTrigger().getMethodDescription();
        return method == null ? execution.getTrigger().getId() : method;
    }
}
