package org.secondperiod.bench.measure;

import org.HdrHistogram.Histogram;

/**
 * One round of which it is asked how long things took.
 *
 * @param micros how long each took, in microseconds
 * @param round how many there were, and what processes used meanwhile
 */
record TimedRound(Histogram micros, Round round) {

    private static final double MEDIAN = 50;

    double median() {
        return micros.getValueAtPercentile(MEDIAN);
    }
}
