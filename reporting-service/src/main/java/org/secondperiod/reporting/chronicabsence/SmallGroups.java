package org.secondperiod.reporting.chronicabsence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.secondperiod.reporting.chronicabsence.Cell.Whole;

/**
 * Decides, once for all questions, in which numbers students are shown to who may not read of them one by one. It puts every
 * student into exactly one block: a grade of a school, what is left of a school, or what is left of the district. No block has fewer
 * than {@value #SMALLEST} students, and whatever is answered is a sum of whole blocks, so that subtracting answers gives blocks
 * again and never fewer students.
 */
public final class SmallGroups {

    /** Fewer are in no block. */
    public static final int SMALLEST = 10;

    private final Map<Cell.Of, Whole> shownIn = new HashMap<>();

    private SmallGroups() {}

    /**
     * The cells, each with where it is shown.
     *
     * @param before where cells were shown in earlier months of the school year: what was in a larger whole stays in it, or the month
     *     in which it outgrows it would tell of the one before
     */
    public static List<Cell> in(SortedMap<Cell.Of, Sums> cells, Map<Cell.Of, Whole> before) {
        SmallGroups groups = new SmallGroups();
        SortedMap<String, SortedMap<Cell.Of, Long>> schools = new TreeMap<>();
        cells.forEach((cell, sums) -> {
            groups.shownIn.put(cell, before.getOrDefault(cell, Whole.GRADE));
            schools.computeIfAbsent(cell.schoolId(), key -> new TreeMap<>()).put(cell, sums.enrolled());
        });
        schools.values().forEach(groups::gradesOf);
        groups.schools(schools);
        return cells.entrySet().stream()
                .map(cell -> new Cell(cell.getKey(), cell.getValue(), groups.shownIn.get(cell.getKey())))
                .toList();
    }

    private void gradesOf(SortedMap<Cell.Of, Long> grades) {
        grades.forEach((grade, students) -> {
            if (students < SMALLEST) {
                raise(List.of(grade), Whole.SCHOOL);
            }
        });
        long left = students(grades, Whole.SCHOOL);
        for (var grade : grades.entrySet()) {
            if (left > 0 && left < SMALLEST && shownIn.get(grade.getKey()) == Whole.GRADE) {
                raise(List.of(grade.getKey()), Whole.SCHOOL);
                left += grade.getValue();
            }
        }
    }

    /** A school goes as a whole. */
    private void schools(SortedMap<String, SortedMap<Cell.Of, Long>> schools) {
        schools.values().forEach(grades -> {
            if (sum(grades.values()) < SMALLEST || students(grades, Whole.DISTRICT) > 0) {
                raise(grades.keySet(), Whole.DISTRICT);
            }
        });
        long left = schools.values().stream()
                .mapToLong(grades -> students(grades, Whole.DISTRICT))
                .sum();
        for (SortedMap<Cell.Of, Long> grades : schools.values()) {
            if (left > 0 && left < SMALLEST && students(grades, Whole.DISTRICT) == 0) {
                raise(grades.keySet(), Whole.DISTRICT);
                left += sum(grades.values());
            }
        }
    }

    private void raise(Collection<Cell.Of> cells, Whole whole) {
        cells.forEach(cell -> shownIn.merge(cell, whole, (was, now) -> was.compareTo(now) > 0 ? was : now));
    }

    /** In this whole or a larger one. */
    private long students(Map<Cell.Of, Long> cells, Whole whole) {
        return cells.entrySet().stream()
                .filter(cell -> shownIn.get(cell.getKey()).compareTo(whole) >= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long sum(Collection<Long> students) {
        return students.stream().mapToLong(Long::longValue).sum();
    }
}
