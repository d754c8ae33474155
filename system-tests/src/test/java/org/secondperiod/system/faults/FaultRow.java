package org.secondperiod.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/** One fault after the other, drawn from a seed: all kinds there are, in an order of chance, and all again in another. */
final class FaultRow {

    private final Map<String, Strike> kinds;
    private final Random random;
    private final Duration longestPause;
    private final Chronicle chronicle;
    private final Queue<String> next = new ArrayDeque<>();

    /** @param longestPause between two of them there are pauses of up to this */
    FaultRow(Map<String, Strike> kinds, long seed, Duration longestPause, Chronicle chronicle) {
        this.kinds = kinds;
        this.random = new Random(seed);
        this.longestPause = longestPause;
        this.chronicle = chronicle;
    }

    /**
     * So many of them, one after the other.
     *
     * @param before to be done before each that strikes
     */
    void strike(String phase, int count, Runnable before) throws Exception {
        boolean missed = false;
        for (int struck = 0; struck < count; ) {
            if (!missed) {
                before.run();
            }
            var kind = draw();
            // whatever a fault draws, those after it stay the same
            var chance = new Random(random.nextLong());
            var from = Instant.now();
            var done = kinds.get(kind).at(chance);
            chronicle.write(phase, kind, from, done);
            missed = done.isEmpty();
            struck += missed ? 0 : 1;
            Fault.lasts(Duration.ofMillis(chance.nextLong(longestPause.toMillis())));
        }
    }

    private String draw() {
        if (next.isEmpty()) {
            var all = new ArrayList<>(kinds.keySet());
            Collections.sort(all);
            Collections.shuffle(all, random);
            next.addAll(all);
        }
        return next.remove();
    }
}
