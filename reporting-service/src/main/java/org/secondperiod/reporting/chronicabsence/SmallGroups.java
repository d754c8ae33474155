package org.secondperiod.reporting.chronicabsence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Takes numbers of fewer than ten students out of what leaves their school. Where only one line would be without, the next smallest
 * is too: else the total would give it away.
 */
public final class SmallGroups {

    /** Fewer are suppressed. */
    public static final int SMALLEST = 10;

    private SmallGroups() {}

    /** @param stays lines for somebody who may read of their students one by one anyway */
    public static List<Line> suppressed(List<Line> lines, Predicate<Line> stays) {
        List<Line> shown = new ArrayList<>(lines);
        List<Integer> leaving = IntStream.range(0, lines.size())
                .filter(i -> !stays.test(lines.get(i)) && students(lines.get(i)) > 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> students(lines.get(i))))
                .toList();
        List<Integer> small =
                leaving.stream().filter(i -> students(lines.get(i)) < SMALLEST).toList();
        int without = small.size() == 1 ? Math.min(2, leaving.size()) : small.size();
        leaving.subList(0, without).forEach(i -> shown.set(i, lines.get(i).withoutNumbers()));
        return List.copyOf(shown);
    }

    private static long students(Line line) {
        return Objects.requireNonNull(line.students());
    }
}
