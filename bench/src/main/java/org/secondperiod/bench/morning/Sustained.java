package org.secondperiod.bench.morning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.measure.Round;
import org.secondperiod.bench.measure.Spread;

/** What ingest, join and tasks sustain together: from the first request until every fact is decided and told. */
record Sustained(int students, List<Round> rounds) implements Result {

    private static final double GOAL = 7_500;
    private static final double AIM = 20_000;

    private Spread rate() {
        return Spread.of(rounds.stream().map(Round::perSecond).toList());
    }

    @Override
    public List<String> lines() {
        Spread rate = rate();
        List<String> lines = new ArrayList<>();
        lines.add("Ingest, join and tasks together, %,d students, from the first request until all is decided and told"
                .formatted(students));
        lines.add("  %,.0f events/s (%,.0f to %,.0f), goal %,.0f, aim %,.0f: %s"
                .formatted(
                        rate.median(),
                        rate.min(),
                        rate.max(),
                        GOAL,
                        AIM,
                        rate.median() >= AIM ? "aim reached" : isReached() ? "goal reached" : "FALLS SHORT"));
        StringBuilder cpu = new StringBuilder("  CPU per event:");
        cpuMicros().forEach((process, micros) -> cpu.append(" %s %.1f us,".formatted(process, micros)));
        cpu.setLength(cpu.length() - 1);
        lines.add(cpu.toString());
        return lines;
    }

    private Map<String, Double> cpuMicros() {
        Map<String, Double> micros = new LinkedHashMap<>();
        for (String process : rounds.getFirst().cpuSeconds().keySet()) {
            micros.put(
                    process,
                    Spread.of(rounds.stream()
                                    .map(round -> round.cpuMicros(process))
                                    .toList())
                            .median());
        }
        return micros;
    }

    @Override
    public Map<String, Object> fields() {
        return Map.of(
                "title",
                "sustained",
                "students",
                students,
                "eventsPerSecond",
                rate(),
                "cpuMicrosPerEvent",
                cpuMicros(),
                "goal",
                GOAL,
                "aim",
                AIM,
                "rounds",
                rounds,
                "reached",
                isReached());
    }

    @Override
    public boolean isReached() {
        return rate().median() >= GOAL;
    }
}
