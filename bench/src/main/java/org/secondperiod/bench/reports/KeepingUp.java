package org.secondperiod.bench.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.measure.Round;

/**
 * What a further day costs, beside counting the whole year anew.
 *
 * @param days of history
 * @param rebuild counting all of them
 * @param day one more, of which a mark was told only where there is something to say
 */
record KeepingUp(int students, int days, Round rebuild, Round day) implements Result {

    private static final double GOAL = 1 / 60.0;

    /** CPU of all processes but the one that made the load. */
    private static double cpu(Round round) {
        return round.cpuSeconds().entrySet().stream()
                .filter(process -> !process.getKey().equals("load generator"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private double ratio() {
        return cpu(day) / cpu(rebuild);
    }

    @Override
    public List<String> lines() {
        return List.of(
                "Keeping up, beside counting everything anew: %,d students, %d days".formatted(students, days),
                line("everything anew", rebuild),
                line("a further day", day),
                "  %-20s 1/%.0f of the CPU, and 1/%.0f of the time; goal 1/%.0f of the CPU: %s"
                        .formatted(
                                "a day costs",
                                1 / ratio(),
                                rebuild.seconds() / day.seconds(),
                                1 / GOAL,
                                isReached() ? "goal reached" : "FALLS SHORT"));
    }

    private static String line(String name, Round round) {
        StringBuilder line =
                new StringBuilder("  %-20s %,.1f s, %,.1f s of CPU".formatted(name, round.seconds(), cpu(round)));
        round.cpuSeconds().forEach((process, seconds) -> line.append("; %s %,.1f".formatted(process, seconds)));
        return line.toString();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "keeping up");
        fields.put("students", students);
        fields.put("days", days);
        fields.put("rebuild", rebuild);
        fields.put("day", day);
        fields.put("ratio", ratio());
        fields.put("goal", GOAL);
        fields.put("reached", isReached());
        return fields;
    }

    @Override
    public boolean isReached() {
        return ratio() <= GOAL;
    }
}
