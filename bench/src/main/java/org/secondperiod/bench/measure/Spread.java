package org.secondperiod.bench.measure;

import java.util.Collection;

/** Median, least and greatest of some figures. */
public record Spread(double median, double min, double max) {

    /**
     * @throws IllegalArgumentException if there are none
     */
    public static Spread of(Collection<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There is nothing to take a median of");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
