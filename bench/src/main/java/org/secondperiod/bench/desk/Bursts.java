package org.secondperiod.bench.desk;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Several ask in the same instant, again and again at a fixed pace. Each answer counts from when its question was due: who is
 * held up by an answer is late with the next question, and that counts too.
 */
final class Bursts {

    private static final int DIGITS = 3;

    private Bursts() {}

    /** Somebody who asks. */
    @FunctionalInterface
    interface Asker {

        /**
         * Asks, and waits for the answer.
         *
         * @return what remains to be done with it, which is not measured
         */
        Runnable ask();
    }

    /**
     * @param askers who ask, each on a thread of their own
     * @param count how often each of them asks
     * @param everyMillis the pace
     * @return how long each answer took, in microseconds
     */
    static Histogram run(List<Asker> askers, int count, long everyMillis) {
        try (ExecutorService threads = Executors.newFixedThreadPool(askers.size())) {
            Pace pace = Pace.every(everyMillis);
            List<Future<Histogram>> each = askers.stream()
                    .map(asker -> threads.submit(() -> run(asker, count, pace)))
                    .toList();
            Histogram all = new Histogram(DIGITS);
            each.forEach(one -> all.add(result(one)));
            return all;
        }
    }

    private static Histogram run(Asker asker, int count, Pace pace) {
        Histogram micros = new Histogram(DIGITS);
        for (int n = 0; n < count; n++) {
            long due = pace.await(n);
            Runnable rest = asker.ask();
            micros.recordValue(Pace.microsSince(due));
            rest.run();
        }
        return micros;
    }

    private static Histogram result(Future<Histogram> one) {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
