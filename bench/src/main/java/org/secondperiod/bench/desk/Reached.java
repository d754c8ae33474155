package org.secondperiod.bench.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/** When each of some events was due, and when the last of all desks had it. */
final class Reached {

    private static final int DIGITS = 3;

    private final int desks;
    private final Map<String, Integer> events = new HashMap<>();
    private final boolean[][] seen;
    private final AtomicLongArray due;
    private final AtomicLongArray last;
    private final AtomicIntegerArray count;

    /** @param students whose events these are, one each */
    Reached(List<String> students, int desks) {
        this.desks = desks;
        students.forEach(student -> events.put(student, events.size()));
        this.seen = new boolean[desks][students.size()];
        this.due = new AtomicLongArray(students.size());
        this.last = new AtomicLongArray(students.size());
        this.count = new AtomicIntegerArray(students.size());
    }

    /** An event's moment, by {@link System#nanoTime()}. */
    void due(String student, long nanos) {
        due.set(event(student), nanos);
    }

    private int event(String student) {
        Integer event = events.get(student);
        if (event == null) {
            throw new IllegalArgumentException("Nothing is awaited of " + student);
        }
        return event;
    }

    /** A desk has it; the first time counts. Of one desk it is told by one thread at a time. */
    void seen(int desk, String student, long nanos) {
        Integer event = events.get(student);
        if (event == null || seen[desk][event]) {
            return;
        }
        seen[desk][event] = true;
        last.accumulateAndGet(event, nanos, Math::max);
        count.incrementAndGet(event);
    }

    /** How many desks still wait for one, added up over all events. */
    int missing() {
        int missing = 0;
        for (int event = 0; event < count.length(); event++) {
            missing += desks - count.get(event);
        }
        return missing;
    }

    /** Of each event that every desk has: how long until the last had it, in microseconds. */
    Histogram untilTheLast() {
        Histogram micros = new Histogram(DIGITS);
        for (int event = 0; event < count.length(); event++) {
            if (count.get(event) == desks) {
                micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(last.get(event) - due.get(event))));
            }
        }
        return micros;
    }
}
