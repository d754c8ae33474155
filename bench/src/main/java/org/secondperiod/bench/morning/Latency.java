package org.secondperiod.bench.morning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.secondperiod.bench.measure.Result;

/**
 * How soon something is seen on the event stream.
 *
 * @param what happened
 * @param sinceAccepted from the answer 2xx until it was seen, in microseconds
 * @param sinceDue from the moment at which the request was due to be sent, so that no stall hides
 * @param missing how many were never seen
 */
record Latency(String what, int perSecond, Histogram sinceAccepted, Histogram sinceDue, long missing)
        implements Result {

    private static final double GOAL_MILLIS = 1_000;
    private static final double AIM_MILLIS = 250;
    private static final double P99 = 99;

    @Override
    public List<String> lines() {
        double p99 = millis(sinceAccepted, P99);
        return List.of(
                "%s, at %,d events/s, open loop, %,d seen, %,d never seen"
                        .formatted(what, perSecond, sinceAccepted.getTotalCount(), missing),
                "  since accepted:    " + text(sinceAccepted)
                        + "; p99 goal %,.0f ms, aim %,.0f ms: %s"
                                .formatted(
                                        GOAL_MILLIS,
                                        AIM_MILLIS,
                                        !isReached()
                                                ? "FALLS SHORT"
                                                : p99 <= AIM_MILLIS ? "aim reached" : "goal reached"),
                "  since due to send: " + text(sinceDue));
    }

    private static String text(Histogram histogram) {
        return "p50 %,.0f ms, p99 %,.0f ms, p99.9 %,.0f ms, most %,.0f ms"
                .formatted(
                        millis(histogram, 50), millis(histogram, P99), millis(histogram, 99.9), millis(histogram, 100));
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", what);
        fields.put("eventsPerSecond", perSecond);
        fields.put("seen", sinceAccepted.getTotalCount());
        fields.put("neverSeen", missing);
        fields.put("millisSinceAccepted", percentiles(sinceAccepted));
        fields.put("millisSinceDue", percentiles(sinceDue));
        fields.put("goal", GOAL_MILLIS);
        fields.put("aim", AIM_MILLIS);
        fields.put("reached", isReached());
        return fields;
    }

    private static Map<String, Double> percentiles(Histogram histogram) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (double percentile : new double[] {50, 90, P99, 99.9, 100}) {
            percentiles.put("p" + percentile, millis(histogram, percentile));
        }
        return percentiles;
    }

    @Override
    public boolean isReached() {
        return missing == 0 && sinceAccepted.getTotalCount() > 0 && millis(sinceAccepted, P99) <= GOAL_MILLIS;
    }
}
