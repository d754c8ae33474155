package org.secondperiod.bench.measure;

import java.util.List;
import org.HdrHistogram.Histogram;

/** One of two things of which it is asked how long they take. Rounds follow each other; each is as much work as any other. */
public interface TimedSide {

    /** What it is called in the report. */
    String name();

    /** Makes the next round ready; this is not measured. */
    void prepare();

    /**
     * Does the round that was prepared, to its end.
     *
     * @return how long each took, in microseconds
     */
    Histogram work();

    /** Looks whether the round came to what it must come to; this is not measured. A wrong result makes the run void. */
    default void check() {}

    /** What must never happen and has, in all rounds so far, in words. */
    default List<String> faults() {
        return List.of();
    }
}
