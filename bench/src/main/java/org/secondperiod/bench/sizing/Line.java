package org.secondperiod.bench.sizing;

import java.util.List;

/**
 * The straight line that is nearest to what was measured: a fixed part, and so much for each 1,000 students.
 *
 * @param furthest by which part of itself the measured value lies off the line that lies off most
 */
record Line(double fixed, double perThousand, double furthest) {

    private static final double THOUSAND = 1_000;

    /**
     * By least squares.
     *
     * @param students of each measurement
     * @param measured of each measurement
     */
    static Line of(List<Integer> students, List<Double> measured) {
        int n = students.size();
        double meanX =
                students.stream().mapToDouble(each -> each / THOUSAND).average().orElseThrow();
        double meanY =
                measured.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double together = 0;
        double alone = 0;
        for (int i = 0; i < n; i++) {
            double x = students.get(i) / THOUSAND - meanX;
            together += x * (measured.get(i) - meanY);
            alone += x * x;
        }
        double slope = alone == 0 ? 0 : together / alone;
        double fixed = meanY - slope * meanX;
        double furthest = 0;
        for (int i = 0; i < n; i++) {
            double expected = fixed + slope * students.get(i) / THOUSAND;
            furthest = Math.max(
                    furthest, Math.abs(expected - measured.get(i)) / Math.max(Math.abs(measured.get(i)), 1e-9));
        }
        return new Line(fixed, slope, furthest);
    }

    /** What it comes to, by calculation. */
    double at(int students) {
        return fixed + perThousand * students / THOUSAND;
    }
}
