package org.secondperiod.reporting.reasons;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Whose root causes are told by themselves. A root cause is what somebody thinks of a student: printed for a homeroom of three it is
 * a label. Groups of fewer than ten students are told together; where these are fewer than ten too, or one group alone, which the
 * total would give away, the next ones in the order of names come with them.
 */
final class SmallGroupsOfReasons {

    static final int FEWEST = 10;

    private SmallGroupsOfReasons() {}

    /** Those that are told together only. @param sizes how many students each has */
    static <K extends Comparable<K>> Set<K> together(SortedMap<K, Long> sizes) {
        Set<K> together = new HashSet<>();
        List<K> others = new ArrayList<>();
        long students = 0;
        for (var group : sizes.entrySet()) {
            if (group.getValue() < FEWEST) {
                together.add(group.getKey());
                students += group.getValue();
            } else {
                others.add(group.getKey());
            }
        }
        for (K next : others) {
            if (together.isEmpty() || (students >= FEWEST && together.size() > 1)) {
                break;
            }
            together.add(next);
            students += sizes.get(next);
        }
        return together;
    }
}
