package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of asking two sides the same, of which one must be faster by far.
 *
 * @param ratios one of each block, by the medians of its rounds: how many times as long the baseline takes
 * @param bar how long ours may take
 * @param least how many times as long the baseline must take
 * @param faults what must never happen and has
 */
record Faster(
        String title,
        String ourName,
        String theirName,
        List<TimedRound> ours,
        List<TimedRound> theirs,
        List<Double> ratios,
        Bar bar,
        double least,
        List<String> faults)
        implements Result {

    @Override
    public boolean isReached() {
        return isRight() && bar.isKept(new Times(ours)) && isFastEnough();
    }

    private boolean isFastEnough() {
        return Spread.of(ratios).median() >= least;
    }

    @Override
    public boolean isRight() {
        return faults.isEmpty() && !ours.isEmpty();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("  %-20s %s: %s, %s"
                .formatted(ourName, new Times(ours).inWords(), bar.inWords(), verdict(bar.isKept(new Times(ours)))));
        lines.add("  %-20s %s".formatted(theirName, new Times(theirs).inWords()));
        Spread ratio = Spread.of(ratios);
        lines.add("  %-20s %,.0f times as fast (%,.0f to %,.0f), goal %,.0f, %s"
                .formatted("ratio", ratio.median(), ratio.min(), ratio.max(), least, verdict(isFastEnough())));
        faults.forEach(fault -> lines.add("  NEVER TO HAPPEN      " + fault));
        return lines;
    }

    private static String verdict(boolean reached) {
        return reached ? "goal reached" : "FALLS SHORT";
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("ours", side(ourName, ours));
        fields.put("theirs", side(theirName, theirs));
        fields.put("ratio", Spread.of(ratios));
        fields.put("percentile", bar.percentile());
        fields.put("goal", bar.millis());
        fields.put("leastRatio", least);
        fields.put("faults", faults);
        fields.put("reached", isReached());
        return fields;
    }

    private static Map<String, Object> side(String name, List<TimedRound> rounds) {
        Times times = new Times(rounds);
        return Map.of("name", name, "count", times.count(), "millis", times.fields());
    }
}
