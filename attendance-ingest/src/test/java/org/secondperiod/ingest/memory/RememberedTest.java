package org.secondperiod.ingest.memory;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final Duration LONG_AGO = Duration.ofMillis(600);

    private final AtomicLong revision = new AtomicLong(1);
    private final AtomicInteger loads = new AtomicInteger();
    private final Semaphore answers = new Semaphore(Integer.MAX_VALUE);
    private volatile boolean down;

    private final Remembered<String> remembered = new Remembered<>(this::revision, () -> {
        loads.incrementAndGet();
        return "value " + revision.get();
    });

    private long revision() {
        try {
            answers.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
    void whoAsksWhileAnotherLooksGetsNothingOlder() throws Exception {
        // Given a value of long ago, which has changed elsewhere, and somebody who is looking
        remembered.get();
        await().pollDelay(LONG_AGO).until(() -> true);
        revision.set(2);
        answers.drainPermits();
        var first = supplyAsync(remembered::get);
        await().until(answers::hasQueuedThreads);

        // When another asks meanwhile, and then the database answers
        var second = supplyAsync(remembered::get);
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        answers.release(2);

        // Then both get the new value
        assertThat(first.get()).isEqualTo("value 2");
        assertThat(second.get()).isEqualTo("value 2");
    }

    @Test
    void whileTheDatabaseHangsTheLastValueHolds() {
        remembered.get();
        await().pollDelay(LONG_AGO).until(() -> true);
        answers.drainPermits();
        var hangs = supplyAsync(remembered::get);
        await().until(answers::hasQueuedThreads);

        // Then whoever asks waits for a second at most, and nobody after that
        assertThat(remembered.get()).isEqualTo("value 1");
        var began = System.nanoTime();
        assertThat(remembered.get()).isEqualTo("value 1");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
        answers.release(2);
        assertThat(hangs.join()).isEqualTo("value 1");
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
