package org.secondperiod.bench.measure;

/** One of the two things that are compared. Rounds follow each other; each is as much work as any other. */
public interface Side {

    /** What it is called in the report. */
    String name();

    /** Makes the next round ready; this is not measured. */
    void prepare();

    /**
     * Does the round that was prepared, to its end.
     *
     * @return how many events it was
     */
    long work();

    /** Looks whether the round came to what it must come to; this is not measured. A wrong result makes the run void. */
    default void check() {}
}
