package org.secondperiod.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long things took in all rounds of one side. */
final class Times {

    private static final int DIGITS = 3;
    private static final double MOST = 100;
    private static final double[] TOLD = {50, 90, 95, 99, MOST};

    private final Histogram micros = new Histogram(DIGITS);

    Times(List<TimedRound> rounds) {
        rounds.forEach(round -> micros.add(round.micros()));
    }

    long count() {
        return micros.getTotalCount();
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    String inWords() {
        return "p50 %,.1f ms, p95 %,.1f ms, p99 %,.1f ms, most %,.1f ms, of %,d"
                .formatted(millis(50), millis(95), millis(99), millis(MOST), count());
    }

    Map<String, Double> fields() {
        Map<String, Double> fields = new LinkedHashMap<>();
        for (double percentile : TOLD) {
            fields.put("p%.0f".formatted(percentile), millis(percentile));
        }
        return fields;
    }
}
