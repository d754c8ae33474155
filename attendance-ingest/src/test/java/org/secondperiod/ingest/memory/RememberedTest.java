package org.secondperiod.ingest.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong revision = new AtomicLong(1);
    private final AtomicInteger loads = new AtomicInteger();
    private volatile boolean down;

    private final Remembered<String> remembered = new Remembered<>(this::revision, () -> {
        loads.incrementAndGet();
        return "value " + revision.get();
    });

    private long revision() {
        if (down) {
            throw new IllegalStateException(new SQLTransientConnectionException("gone"));
        }
        return revision.get();
    }

    @Test
    void aChangeElsewhereIsSeenWithinASecond() {
        assertThat(remembered.get()).isEqualTo("value 1");

        revision.set(2);

        await().atMost(Duration.ofSeconds(1)).until(() -> remembered.get().equals("value 2"));
    }

    @Test
    void itIsReadOnceWhileNothingChanges() {
        for (int i = 0; i < 3; i++) {
            remembered.refresh();
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void whileTheDatabaseIsDownTheLastValueHolds() {
        remembered.get();

        down = true;

        assertThat(remembered.refresh()).isEqualTo("value 1");
    }

    @Test
    void withoutAnyValueTheFaultIsTold() {
        down = true;

        assertThatThrownBy(remembered::get).isInstanceOf(IllegalStateException.class);
    }
}
