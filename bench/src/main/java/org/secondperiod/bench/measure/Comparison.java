package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of comparing two sides.
 *
 * @param title what was done
 * @param nulls each side beside itself
 * @param ours rounds of the one
 * @param theirs rounds of the baseline
 * @param ratios one of each block: ours by theirs, in events per second
 * @param goal the ratio that must be reached
 * @param aim the ratio that is wished for
 */
public record Comparison(
        String title,
        String ourName,
        String theirName,
        Nulls nulls,
        List<Round> ours,
        List<Round> theirs,
        List<Double> ratios,
        double goal,
        double aim)
        implements Result {

    public Spread ratio() {
        return Spread.of(ratios);
    }

    @Override
    public boolean isReached() {
        return nulls.areSound() && ratio().median() >= goal;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.addAll(nulls.lines());
        lines.add(line(ourName, ours));
        lines.add(line(theirName, theirs));
        Spread ratio = ratio();
        lines.add(
                nulls.areSound()
                        ? "  %-20s %.2f (%.2f to %.2f), goal %.2f, aim %.2f: %s"
                                .formatted("ratio", ratio.median(), ratio.min(), ratio.max(), goal, aim, verdict(ratio))
                        : Nulls.NO_RATIO);
        return lines;
    }

    private String verdict(Spread ratio) {
        return ratio.median() >= aim ? "aim reached" : ratio.median() >= goal ? "goal reached" : "FALLS SHORT";
    }

    private static String line(String name, List<Round> rounds) {
        Spread rate = Spread.of(rounds.stream().map(Round::perSecond).toList());
        StringBuilder line = new StringBuilder("  %-20s %,9.0f events/s (%,.0f to %,.0f); CPU per event:"
                .formatted(name, rate.median(), rate.min(), rate.max()));
        Round.cpuMicros(rounds).forEach((process, micros) -> line.append(" %s %.1f us,".formatted(process, micros)));
        line.setLength(line.length() - 1);
        return line.toString();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("besideItself", nulls.ratios());
        fields.put("sound", nulls.areSound());
        fields.put("ours", side(ourName, ours));
        fields.put("theirs", side(theirName, theirs));
        if (nulls.areSound()) {
            fields.put("ratio", ratio());
        }
        fields.put("goal", goal);
        fields.put("aim", aim);
        fields.put("reached", isReached());
        return fields;
    }

    private static Map<String, Object> side(String name, List<Round> rounds) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put(
                "eventsPerSecond",
                Spread.of(rounds.stream().map(Round::perSecond).toList()));
        fields.put("cpuMicrosPerEvent", Round.cpuMicros(rounds));
        fields.put("rounds", rounds);
        return fields;
    }
}
