package org.secondperiod.bench.sizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondperiod.bench.measure.Result;

/**
 * What was measured at several sizes, and the line through it.
 *
 * @param taken by what is taken, with its unit, the value at each size
 * @param wrong what was not as it must be; nothing where all facts were decided
 */
record Sizing(List<Integer> students, Map<String, List<Double>> taken, List<String> wrong) implements Result {

    private static final List<Integer> BEYOND = List.of(10_000, 100_000, 1_000_000);

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Measured at %s students; the line through it, and what it comes to by calculation"
                .formatted(students));
        lines.add("%-46s %s %10s %12s %6s %s"
                .formatted("", cells(students), "fixed", "per 1,000", "off by", cells(BEYOND)));
        taken.forEach((what, values) -> {
            Line line = Line.of(students, values);
            lines.add("%-46s %s %10.2f %12.3f %5.0f%% %s"
                    .formatted(
                            what,
                            figures(values),
                            line.fixed(),
                            line.perThousand(),
                            100 * line.furthest(),
                            figures(BEYOND.stream().map(line::at).toList())));
        });
        lines.addAll(wrong);
        return lines;
    }

    private static String cells(List<Integer> sizes) {
        StringBuilder cells = new StringBuilder();
        sizes.forEach(size -> cells.append("%12s".formatted("%,d".formatted(size))));
        return cells.toString();
    }

    private static String figures(List<Double> values) {
        StringBuilder cells = new StringBuilder();
        values.forEach(value -> cells.append("%,12.1f".formatted(value)));
        return cells.toString();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", "sizing");
        fields.put("students", students);
        taken.forEach((what, values) -> {
            Line line = Line.of(students, values);
            fields.put(
                    what,
                    Map.of(
                            "measured",
                            values,
                            "fixed",
                            line.fixed(),
                            "perThousand",
                            line.perThousand(),
                            "offBy",
                            line.furthest()));
        });
        fields.put("wrong", wrong);
        return fields;
    }

    /** There is no goal: it says what it takes. */
    @Override
    public boolean isReached() {
        return isRight();
    }

    @Override
    public boolean isRight() {
        return wrong.isEmpty();
    }
}
