package org.secondperiod.kit.delivery;

import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** What Kafka's client measures of itself. It is all there is to learn of brokers that are away: to a poll it looks as if nothing came. */
final class ClientMetrics {

    private ClientMetrics() {}

    /** The greatest number of records that a partition is behind; NaN before it knows. */
    static double lag(@Nullable Consumer<?, ?> kafka) {
        double lag = greatest(kafka, "records-lag-max");
        return Double.isNaN(lag) && kafka != null ? 0 : lag;
    }

    /** Whether no broker is connected: it is gone. */
    static boolean isAlone(Consumer<?, ?> kafka) {
        return greatest(kafka, "connection-count") == 0;
    }

    /** Seconds since the brokers took a heartbeat: one that is connected and does not answer shows only here. NaN: not known. */
    static double unheard(@Nullable Consumer<?, ?> kafka) {
        return greatest(kafka, "last-heartbeat-seconds-ago");
    }

    private static double greatest(@Nullable Consumer<?, ?> kafka, String metric) {
        if (kafka == null) {
            return Double.NaN;
        }
        return kafka.metrics().values().stream()
                .filter(each -> each.metricName().name().equals(metric))
                .mapToDouble(each -> each.metricValue() instanceof Double value ? value : Double.NaN)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }
}
