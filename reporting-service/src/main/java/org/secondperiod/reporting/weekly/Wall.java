package org.secondperiod.reporting.weekly;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secondperiod.reporting.chronicabsence.SmallGroups;

/** Decides which shares anybody may read, who adds and subtracts whatever else hangs on the same wall. */
final class Wall {

    /** So many of so many students. */
    record Part(long of, long count) {

        static final Part NONE = new Part(0, 0);

        Part plus(Part other) {
            return new Part(of + other.of, count + other.count);
        }

        /** Whether it tells of nobody, or of ten students or more, and leaves ten or more. */
        boolean isForAnybody() {
            return (count == 0 || count >= SmallGroups.SMALLEST) && of - count >= SmallGroups.SMALLEST;
        }

        private boolean isEmpty() {
            return of == 0;
        }
    }

    private Wall() {}

    /**
     * The parts that may be shown beside the whole: each for itself, and so that what is left of the whole without them may be shown
     * as well. Where it may not, one more is left out, the first by its name and not by its size.
     */
    static SortedSet<String> shown(SortedMap<String, Part> parts) {
        SortedMap<String, Part> shown = new TreeMap<>(parts);
        shown.values().removeIf(part -> !part.isForAnybody());
        while (!shown.isEmpty() && !isForAnybody(left(parts, shown))) {
            shown.remove(shown.firstKey());
        }
        return new TreeSet<>(shown.keySet());
    }

    private static boolean isForAnybody(Part left) {
        return left.isEmpty() || left.isForAnybody();
    }

    private static Part left(SortedMap<String, Part> parts, SortedMap<String, Part> shown) {
        return parts.entrySet().stream()
                .filter(part -> !shown.containsKey(part.getKey()))
                .map(SortedMap.Entry::getValue)
                .reduce(Part.NONE, Part::plus);
    }
}
