package org.secondperiod.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measured round.
 *
 * @param cpuSeconds what each process used meanwhile, by its name
 */
public record Round(long events, double seconds, Map<String, Double> cpuSeconds) {

    private static final double LEAST_CPU_MICROS = 0.05;

    public double perSecond() {
        return events / seconds;
    }

    /** CPU microseconds of a process for each event. */
    public double cpuMicros(String process) {
        return cpuSeconds.getOrDefault(process, 0.0) * 1e6 / events;
    }

    /** What processes used that did anything worth the word. */
    String cpuInWords() {
        return cpuSeconds.keySet().stream()
                .filter(process -> cpuMicros(process) >= LEAST_CPU_MICROS)
                .map(process -> "%s %.1f us".formatted(process, cpuMicros(process)))
                .collect(Collectors.joining(", ", "; CPU per event: ", ""));
    }

    /** Of several rounds, the median of each process that did something, in microseconds for each event. */
    static Map<String, Double> cpuMicros(List<Round> rounds) {
        Map<String, Double> micros = new LinkedHashMap<>();
        for (String process : rounds.getFirst().cpuSeconds().keySet()) {
            double median = Spread.of(rounds.stream()
                            .map(round -> round.cpuMicros(process))
                            .toList())
                    .median();
            if (median >= LEAST_CPU_MICROS) {
                micros.put(process, median);
            }
        }
        return micros;
    }
}
