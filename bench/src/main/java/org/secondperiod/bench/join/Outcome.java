package org.secondperiod.bench.join;

import java.util.Map;
import java.util.TreeMap;

/** Equal results before equal speed. */
final class Outcome {

    private Outcome() {}

    /**
     * @param openers students who opened doors and are not among the facts
     * @throws IllegalStateException if students did not end as they must
     */
    static void check(String name, Map<String, Long> states, Morning.Expected expected, long openers) {
        Map<String, Long> must = new TreeMap<>(Map.of(
                "NOT_ABSENT", expected.notAbsent() + openers,
                "UNACCOUNTED", expected.unaccounted(),
                "ARRIVED", expected.arrived()));
        must.values().removeIf(count -> count == 0);
        if (!must.equals(new TreeMap<>(states))) {
            throw new IllegalStateException("%s decided %s, and must decide %s".formatted(name, states, must));
        }
    }

    /**
     * @throws IllegalStateException if another number of call tasks is open than must be
     */
    static void checkTasks(String name, long open, Morning.Expected expected) {
        if (open != expected.unaccounted()) {
            throw new IllegalStateException(
                    "%s has %d call tasks open, and must have %d".formatted(name, open, expected.unaccounted()));
        }
    }
}
