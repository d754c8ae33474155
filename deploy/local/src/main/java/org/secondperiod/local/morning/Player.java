package org.secondperiod.local.morning;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.clock.ClockFile;

/** Runs each action when the clock shows its time. A slow answer to one holds up no other. */
final class Player {

    private final ClockFile clock;
    private final Stage stage;

    Player(ClockFile clock, Stage stage) {
        this.clock = clock;
        this.stage = stage;
    }

    /** Plays actions that are in the order of their times, and returns when all have ended; a fault is told and counted. */
    void play(List<Action> actions) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> running = actions.stream()
                    .map(action -> {
                        waitUntil(clock.realTimeUntil(stage.instant(action.at())));
                        return CompletableFuture.runAsync(() -> run(action), executor);
                    })
                    .toList();
            running.forEach(CompletableFuture::join);
        }
    }

    private void run(Action action) {
        try {
            action.step().run(stage);
        } catch (ApiException e) {
            stage.failed(e.getMessage());
        }
    }

    private static void waitUntil(Duration left) {
        if (left.isZero()) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(left.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted.", e);
        }
    }
}
