package org.secondperiod.bench.measure;

/**
 * What must not be exceeded.
 *
 * @param percentile of all times
 * @param millis how long that may be
 */
public record Bar(int percentile, double millis) {

    String inWords() {
        return "p%d goal %,.0f ms".formatted(percentile, millis);
    }

    boolean isKept(Times times) {
        return times.count() > 0 && times.millis(percentile) <= millis;
    }
}
