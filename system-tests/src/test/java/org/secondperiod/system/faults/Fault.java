package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What happens to the system while it is told something. */
@FunctionalInterface
interface Fault {

    /** @param telling moves the clock and tells what a phase has to tell; to be run once */
    void strike(Runnable telling) throws Exception;

    /** Something that happens. */
    @FunctionalInterface
    interface Happening {
        void happen() throws Exception;
    }

    /** Something that happens while it is told; what is told must get through in the end. */
    static Fault meanwhile(Happening what) {
        return telling -> {
            var told = beside(telling);
            what.happen();
            awaitThrough(told);
        };
    }

    /** Does it in a thread of its own: there may be but one of those that all share. */
    static CompletableFuture<Void> beside(Runnable what) {
        return CompletableFuture.runAsync(
                what, task -> Thread.ofPlatform().daemon().start(task));
    }

    /** While it is told, something begins and, after a time, ends. */
    static Fault during(Runnable begins, Duration time, Runnable ends) {
        return meanwhile(() -> {
            begins.run();
            try {
                lasts(time);
            } finally {
                ends.run();
            }
        });
    }

    /** An outage has to last for some time: that is what it is. */
    static void lasts(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void awaitThrough(CompletableFuture<?> told) throws InterruptedException {
        try {
            told.get(Play.HEALS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("What the phase tells could not be told", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("What the phase tells did not get through", e);
        }
    }
}
