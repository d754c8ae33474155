package org.secondperiod.bench.measure;

import java.util.Map;

/**
 * One measured round.
 *
 * @param cpuSeconds what each process used meanwhile, by its name
 */
public record Round(long events, double seconds, Map<String, Double> cpuSeconds) {

    public double perSecond() {
        return events / seconds;
    }

    /** CPU microseconds of a process for each event. */
    public double cpuMicros(String process) {
        return cpuSeconds.getOrDefault(process, 0.0) * 1e6 / events;
    }
}
