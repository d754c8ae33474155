package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of comparing two sides.
 *
 * @param title what was done
 * @param nulls each side beside itself, by its name: far from 1 means that this machine was too unquiet to compare
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
        Map<String, Double> nulls,
        List<Round> ours,
        List<Round> theirs,
        List<Double> ratios,
        double goal,
        double aim)
        implements Result {

    private static final double LEAST = 0.97;
    private static final double MOST = 1.03;

    /** Whether one side beside itself came out as equal, so that a ratio means something. */
    public boolean isSound() {
        return nulls.values().stream().allMatch(ratio -> ratio >= LEAST && ratio <= MOST);
    }

    public Spread ratio() {
        return Spread.of(ratios);
    }

    @Override
    public boolean isReached() {
        return isSound() && ratio().median() >= goal;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        nulls.forEach((name, ratio) ->
                lines.add("  %-20s beside itself: %.3f (must be %.2f to %.2f)".formatted(name, ratio, LEAST, MOST)));
        lines.add(line(ourName, ours));
        lines.add(line(theirName, theirs));
        Spread ratio = ratio();
        lines.add(
                isSound()
                        ? "  %-20s %.2f (%.2f to %.2f), goal %.2f, aim %.2f: %s"
                                .formatted("ratio", ratio.median(), ratio.min(), ratio.max(), goal, aim, verdict(ratio))
                        : "  ratio                not published: beside itself one side did not come out equal; the"
                                + " machine was too unquiet");
        return lines;
    }

    private String verdict(Spread ratio) {
        return ratio.median() >= aim ? "aim reached" : ratio.median() >= goal ? "goal reached" : "FALLS SHORT";
    }

    private static String line(String name, List<Round> rounds) {
        Spread rate = Spread.of(rounds.stream().map(Round::perSecond).toList());
        StringBuilder line = new StringBuilder("  %-20s %,9.0f events/s (%,.0f to %,.0f); CPU per event:"
                .formatted(name, rate.median(), rate.min(), rate.max()));
        cpu(rounds).forEach((process, micros) -> line.append(" %s %.1f us,".formatted(process, micros)));
        line.setLength(line.length() - 1);
        return line.toString();
    }

    /** The median of each process that did something. */
    private static Map<String, Double> cpu(List<Round> rounds) {
        Map<String, Double> micros = new LinkedHashMap<>();
        for (String process : rounds.getFirst().cpuSeconds().keySet()) {
            double median = Spread.of(rounds.stream()
                            .map(round -> round.cpuMicros(process))
                            .toList())
                    .median();
            if (median >= 0.05) {
                micros.put(process, median);
            }
        }
        return micros;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("besideItself", nulls);
        fields.put("sound", isSound());
        fields.put("ours", side(ourName, ours));
        fields.put("theirs", side(theirName, theirs));
        if (isSound()) {
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
        fields.put("cpuMicrosPerEvent", cpu(rounds));
        fields.put("rounds", rounds);
        return fields;
    }
}
