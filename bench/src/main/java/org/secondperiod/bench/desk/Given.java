package org.secondperiod.bench.desk;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which tasks were given to somebody. None may be given twice. */
final class Given {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger twice = new AtomicInteger();

    /** Somebody has it. */
    void add(String taskId) {
        if (!ids.add(taskId)) {
            twice.incrementAndGet();
        }
    }

    /** Forgets which, but not how many of them were given twice: a new list begins. */
    void begin() {
        ids.clear();
    }

    int count() {
        return ids.size();
    }

    /** What must never happen and has, in words. */
    List<String> faults(String who) {
        return twice.get() == 0 ? List.of() : List.of("%s: %,d tasks were given twice".formatted(who, twice.get()));
    }
}
