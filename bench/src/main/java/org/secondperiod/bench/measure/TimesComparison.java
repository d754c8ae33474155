package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of comparing how long two sides take. The bar is for ours and absolute; the ratio says what ours costs beyond the
 * baseline.
 *
 * @param ratios one of each block, by the medians of its rounds: 2 is twice as long as the baseline
 * @param faults what must never happen and has
 */
record TimesComparison(
        String title,
        String ourName,
        String theirName,
        Nulls nulls,
        List<TimedRound> ours,
        List<TimedRound> theirs,
        List<Double> ratios,
        Bar bar,
        List<String> faults)
        implements Result {

    @Override
    public boolean isReached() {
        return isRight() && bar.isKept(new Times(ours));
    }

    @Override
    public boolean isRight() {
        return faults.isEmpty() && !ours.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.addAll(nulls.lines());
        lines.add(line(ourName, ours));
        lines.add(line(theirName, theirs));
        faults.forEach(fault -> lines.add("  NEVER TO HAPPEN      " + fault));
        lines.add("  %s: %s".formatted(bar.inWords(), isReached() ? "goal reached" : "FALLS SHORT"));
        Spread ratio = Spread.of(ratios);
        lines.add(
                nulls.areSound()
                        ? "  %-20s %.2f times the baseline's (%.2f to %.2f)"
                                .formatted("ratio", ratio.median(), ratio.min(), ratio.max())
                        : Nulls.NO_RATIO);
        return lines;
    }

    private static String line(String name, List<TimedRound> rounds) {
        StringBuilder line = new StringBuilder("  %-20s %s".formatted(name, new Times(rounds).inWords()));
        cpu(rounds)
                .forEach(
                        (process, micros) -> line.append("; %s %,.1f ms of CPU each".formatted(process, micros / 1e3)));
        return line.toString();
    }

    private static Map<String, Double> cpu(List<TimedRound> rounds) {
        return Round.cpuMicros(rounds.stream().map(TimedRound::round).toList());
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
            fields.put("ratio", Spread.of(ratios));
        }
        fields.put("percentile", bar.percentile());
        fields.put("goal", bar.millis());
        fields.put("faults", faults);
        fields.put("reached", isReached());
        return fields;
    }

    private static Map<String, Object> side(String name, List<TimedRound> rounds) {
        Times times = new Times(rounds);
        return Map.of(
                "name",
                name,
                "count",
                times.count(),
                "millis",
                times.fields(),
                "cpuMicrosEach",
                cpu(rounds),
                "rounds",
                rounds.stream().map(TimedRound::round).toList());
    }
}
