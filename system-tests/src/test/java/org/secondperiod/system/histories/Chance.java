package org.secondperiod.system.histories;

import java.util.List;
import java.util.Random;

/** Seeded choices. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean in100(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return of(List.of(values));
    }

    String hex() {
        return Integer.toHexString(random.nextInt());
    }
}
