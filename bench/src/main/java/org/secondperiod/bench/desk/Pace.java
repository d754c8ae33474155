package org.secondperiod.bench.desk;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Moments, by {@link System#nanoTime()}, at which something is due, whatever became of what was due before. */
record Pace(long begun, long everyNanos) {

    private static final long LEAD_MILLIS = 200;

    /** Begins in a moment. */
    static Pace every(long millis) {
        return new Pace(
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAD_MILLIS), TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /**
     * Waits until the n-th is due, from 0; not at all if that is past.
     *
     * @return when it was due
     */
    long await(int n) {
        long due = begun + n * everyNanos;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }

    /** How long ago that was. */
    static long microsSince(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanos));
    }
}
