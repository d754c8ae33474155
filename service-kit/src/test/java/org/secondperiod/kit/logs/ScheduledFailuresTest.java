package org.secondperiod.kit.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledFailuresTest {

    private static final Logger LOG = Logger.getLogger(ScheduledFailures.class.getName());

    private final ScheduledFailures failures = new ScheduledFailures();
    private final Said said = new Said();

    @BeforeEach
    void listen() {
        LOG.addHandler(said);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(said);
    }

    @Test
    void aTaskThatFailsEachSecondIsSaidOnceAndOnceMoreWhenItWorksAgain() {
        // Given two tasks, of which one always works
        var sweep = new Execution("Waiting#sweep");
        var other = new Execution("Other#sweep");

        // When the first fails for a while
        for (int i = 0; i < 300; i++) {
            failures.onFailure(new FailedExecution(sweep, new IllegalStateException("no database")));
            failures.onSuccess(new SuccessfulExecution(other));
        }
        failures.onSuccess(new SuccessfulExecution(sweep));
        failures.onSuccess(new SuccessfulExecution(sweep));

        // Then the log has its beginning, with the stack, and its end
        assertThat(said.records).hasSize(2);
        assertThat(said.records.getFirst().getThrown()).hasMessage("no database");
        assertThat(said.records.getLast().getThrown()).isNull();
        assertThat(text(said.records.getLast())).contains("Waiting#sweep", "300");
    }

    @Test
    void eachFaultIsSaidAnew() {
        var sweep = new Execution("Waiting#sweep");
        for (int i = 0; i < 2; i++) {
            failures.onFailure(new FailedExecution(sweep, new IllegalStateException("no database")));
            failures.onSuccess(new SuccessfulExecution(sweep));
        }
        assertThat(said.records).hasSize(4);
    }

    private static String text(LogRecord record) {
        return record instanceof org.jboss.logmanager.ExtLogRecord ext
                ? ext.getFormattedMessage()
                : record.getMessage();
    }

    private static final class Said extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private record Execution(String task) implements ScheduledExecution, Trigger {

        @Override
        public Trigger getTrigger() {
            return this;
        }

        @Override
        public Instant getFireTime() {
            return Instant.EPOCH;
        }

        @Override
        public Instant getScheduledFireTime() {
            return Instant.EPOCH;
        }

        @Override
        public String getId() {
            return task;
        }

        @Override
        public Instant getNextFireTime() {
            return Instant.EPOCH;
        }

        @Override
        public Instant getPreviousFireTime() {
            return Instant.EPOCH;
        }

        @Override
        public boolean isOverdue() {
            return false;
        }
    }
}
