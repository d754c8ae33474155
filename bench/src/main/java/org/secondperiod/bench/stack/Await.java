package org.secondperiod.bench.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that will come. */
public final class Await {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_MILLIS = 20;

    private Await() {}

    /**
     * Looks again and again until it is so.
     *
     * @throws IllegalStateException if it does not come within ten minutes
     */
    public static void until(String what, BooleanSupplier isSo) {
        until(what, LIMIT, isSo);
    }

    /**
     * The same with another limit.
     *
     * @throws IllegalStateException if it does not come within it
     */
    public static void until(String what, Duration limit, BooleanSupplier isSo) {
        long giveUpAt = System.nanoTime() + limit.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("Waited in vain for: " + what);
            }
            BenchStack.pause(LOOK_EVERY_MILLIS);
        }
    }
}
