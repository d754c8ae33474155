package org.secondperiod.reporting.chronicabsence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.chronicabsence.Cell.Whole;

/**
 * A month as it is told to who may not read of students one by one. {@link SmallGroups} has decided what may be added up; here it is.
 *
 * @param at when it was counted; none: nobody was enrolled yet
 * @param district nobody is counted twice in it
 */
public record Released(LocalDate asOf, @Nullable Instant at, Sums district, List<Cell> cells) {

    public Released {
        cells = List.copyOf(cells);
    }

    /** An answer: a total, lines, and the students who are in the total and in no line. */
    public record Answer(
            Line total,
            boolean countedOnce,
            List<Line> lines,
            @Nullable Line rest) {}

    /**
     * What is answered of these schools.
     *
     * @param names the schools' by their ids
     */
    public Answer answer(Schools of, @Nullable GroupBy groupBy, Map<String, String> names) {
        List<Cell> asked =
                cells.stream().filter(cell -> of.holds(cell.schoolId())).toList();
        boolean once = of.all() && mayCountOnce();
        Line total = Line.of(null, null, null, once ? district : sum(asked));
        List<Line> lines = new ArrayList<>();
        lines(asked, groupBy).forEach((value, sums) -> lines.add(line(groupBy, value, sums, names)));
        List<Cell> rest = groupBy == null
                ? List.of()
                : asked.stream().filter(cell -> !isInLine(cell, groupBy)).toList();
        return new Answer(
                isWhole(of) ? total : total.withoutNumbers(),
                once,
                List.copyOf(lines),
                rest.isEmpty() ? null : rest(rest, of));
    }

    private Line rest(List<Cell> rest, Schools of) {
        Line line = Line.of(null, null, null, sum(rest));
        return isWhole(of) ? line : line.withoutNumbers();
    }

    /** Whether what is left of the district is wholly among these schools, or not at all. */
    private boolean isWhole(Schools of) {
        List<Cell> left =
                cells.stream().filter(cell -> cell.shownIn() == Whole.DISTRICT).toList();
        Predicate<Cell> asked = cell -> of.holds(cell.schoolId());
        return left.stream().noneMatch(asked)
                || (left.stream().allMatch(asked) && sum(left).enrolled() >= SmallGroups.SMALLEST);
    }

    /**
     * Subtracted from each other, schools and a district in which everybody counts once tell how many are at two schools, and how
     * many are not at this one. That goes for schools without a line as well: what all others leave of the district is theirs.
     */
    private boolean mayCountOnce() {
        return isNobodyOrEnough(sum(cells).enrolled() - district.enrolled())
                && district.enrolled() >= SmallGroups.SMALLEST
                && Stream.concat(ofEachSchool(), Stream.of(left()))
                        .allMatch(part -> isNobodyOrEnough(district.enrolled() - part));
    }

    private Stream<Long> ofEachSchool() {
        return cells.stream()
                .collect(groupingBy(
                        Cell::schoolId, summingLong(cell -> cell.sums().enrolled())))
                .values()
                .stream();
    }

    private long left() {
        return cells.stream()
                .filter(cell -> cell.shownIn() == Whole.DISTRICT)
                .mapToLong(cell -> cell.sums().enrolled())
                .sum();
    }

    private static boolean isNobodyOrEnough(long students) {
        return students == 0 || students >= SmallGroups.SMALLEST;
    }

    private static SortedMap<String, Sums> lines(List<Cell> asked, @Nullable GroupBy groupBy) {
        SortedMap<String, Sums> lines = new TreeMap<>();
        if (groupBy != null) {
            asked.stream()
                    .filter(cell -> isInLine(cell, groupBy))
                    .forEach(cell -> lines.merge(
                            groupBy == GroupBy.SCHOOL
                                    ? cell.schoolId()
                                    : cell.of().grade(),
                            cell.sums(),
                            Sums::plus));
        }
        return lines;
    }

    private static boolean isInLine(Cell cell, GroupBy groupBy) {
        return groupBy == GroupBy.SCHOOL ? cell.shownIn() != Whole.DISTRICT : cell.shownIn() == Whole.GRADE;
    }

    private static Line line(@Nullable GroupBy groupBy, String value, Sums sums, Map<String, String> names) {
        return groupBy == GroupBy.SCHOOL
                ? Line.of(value, names.get(value), null, sums)
                : Line.of(null, null, value.isEmpty() ? null : value, sums);
    }

    private static Sums sum(Collection<Cell> cells) {
        return cells.stream().map(Cell::sums).reduce(Sums.NONE, Sums::plus);
    }
}
