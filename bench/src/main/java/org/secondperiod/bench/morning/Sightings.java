package org.secondperiod.bench.morning;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.secondperiod.bench.stack.District;

/** When each of some students' facts was due to be sent, accepted, and seen. */
final class Sightings {

    /** Of so many students one is watched, the next one only scanned, and the third left alone. */
    static final int STEP = 3;

    private static final int DIGITS = 3;

    private final District district;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final AtomicLongArray due;
    private final AtomicLongArray accepted;
    private final AtomicLongArray seen;

    Sightings(District district, int count) {
        this.district = district;
        this.due = new AtomicLongArray(count);
        this.accepted = new AtomicLongArray(count);
        this.seen = new AtomicLongArray(count);
        for (int i = 0; i < count; i++) {
            indexes.put(district.student(student(i)), i);
        }
    }

    /** The i-th watched student: spread over all schools. */
    int student(int i) {
        return i * STEP;
    }

    /** One of the same school who is not watched. */
    int other(int i) {
        return i * STEP + 1;
    }

    void accepted(int index, long dueAt, long now) {
        due.set(index, dueAt);
        accepted.set(index, now);
    }

    /** The first time counts. */
    void seen(String student, long now) {
        Integer index = indexes.get(student);
        if (index != null) {
            seen.compareAndSet(index, 0, now);
        }
    }

    long missing() {
        long missing = 0;
        for (int i = 0; i < seen.length(); i++) {
            missing += seen.get(i) == 0 ? 1 : 0;
        }
        return missing;
    }

    Latency latency(String what, int perSecond) {
        Histogram sinceAccepted = new Histogram(DIGITS);
        Histogram sinceDue = new Histogram(DIGITS);
        for (int i = 0; i < seen.length(); i++) {
            if (seen.get(i) != 0 && accepted.get(i) != 0) {
                sinceAccepted.recordValue(micros(seen.get(i) - accepted.get(i)));
                sinceDue.recordValue(micros(seen.get(i) - due.get(i)));
            }
        }
        return new Latency(what, perSecond, sinceAccepted, sinceDue, missing());
    }

    private static long micros(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
}
