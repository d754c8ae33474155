package org.secondperiod.reporting.chronicabsence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.chronicabsence.Cell.Whole;

/**
 * An analyst asks everything that an analyst may ask of a small district, of each month, and adds and subtracts the answers: by
 * that nobody learns the number of fewer than ten students, nor how many of them are absent.
 */
class SmallGroupsPropertiesTest {

    /** Students who are at a second school too: schools together less the district. */
    private static final String TWICE = "twice";

    private static final Map<String, ToLongFunction<Line>> NUMBERS = Map.of(
            "students", line -> line.students(),
            "satisfactory", line -> line.bands().satisfactory(),
            "at risk", line -> line.bands().atRisk(),
            "chronic", line -> line.bands().chronic(),
            "severe", line -> line.bands().severelyChronic());

    /** What answers an analyst. */
    private interface Asked {
        Released.Answer answer(Schools of, @Nullable GroupBy groupBy);
    }

    /** A district as of a month. */
    private record District(SortedMap<Cell.Of, Sums> cells, Sums twice) {

        Sums counted() {
            return minus(cells.values().stream().reduce(Sums.NONE, Sums::plus), twice);
        }

        Set<String> schools() {
            return cells.keySet().stream().map(Cell.Of::schoolId).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Property(tries = 400)
    void nobodyAddsAnswersUpToASmallGroup(@ForAll Random random) {
        Map<Cell.Of, Whole> before = new HashMap<>();
        District district = new District(new TreeMap<>(), Sums.NONE);
        for (int month = 0; month < 3; month++) {
            district = next(random, district);
            List<Cell> cells = SmallGroups.in(district.cells(), before);
            Released released = new Released(LocalDate.of(2026, 9, 30), null, district.counted(), cells);

            assertThat(found(district, (of, groupBy) -> released.answer(of, groupBy, Map.of())))
                    .as("month %s of %s", month, cells)
                    .isEmpty();
            cells.forEach(cell -> assertThat(cell.shownIn())
                    .as("what was in a larger whole stays there")
                    .isGreaterThanOrEqualTo(before.getOrDefault(cell.of(), Whole.GRADE)));
            cells.forEach(cell -> before.put(cell.of(), cell.shownIn()));
        }
    }

    @Property(tries = 400)
    void nobodyIsLostOrDoubled(@ForAll Random random) {
        District district = next(random, new District(new TreeMap<>(), Sums.NONE));
        Released released = new Released(
                LocalDate.of(2026, 9, 30), null, district.counted(), SmallGroups.in(district.cells(), Map.of()));
        long all = district.cells().values().stream().mapToLong(Sums::enrolled).sum();

        for (GroupBy groupBy : List.of(GroupBy.SCHOOL, GroupBy.GRADE)) {
            Released.Answer answer = released.answer(Schools.ALL, groupBy, Map.of());
            List<Line> lines = new ArrayList<>(answer.lines());
            if (answer.rest() != null) {
                lines.add(answer.rest());
            }
            assertThat(lines.stream().anyMatch(Line::suppressed)).isEqualTo(all > 0 && all < 10);
            if (all >= 10) {
                assertThat(lines.stream().mapToLong(Line::students).sum()).isEqualTo(all);
            }
        }
    }

    /** As it was before: each answer looked at by itself. */
    @Example
    void theAttackerFindsASmallGroupThatEachAnswerHidesByItself() {
        SortedMap<Cell.Of, Sums> cells = new TreeMap<>();
        cells.put(new Cell.Of("A", "10"), ofBands(9, 0, 0, 0));
        cells.put(new Cell.Of("A", "11"), ofBands(30, 0, 0, 0));
        cells.put(new Cell.Of("A", "12"), ofBands(31, 0, 0, 0));
        cells.put(new Cell.Of("B", "10"), ofBands(20, 0, 0, 0));
        cells.put(new Cell.Of("B", "11"), ofBands(30, 0, 0, 0));
        District district = new District(cells, Sums.NONE);

        assertThat(found(district, (of, groupBy) -> eachByItself(district, of, groupBy)))
                .contains("[A 10] by adding up");
    }

    private static Released.Answer eachByItself(District district, Schools of, @Nullable GroupBy groupBy) {
        SortedMap<String, Sums> lines = new TreeMap<>();
        Sums total = Sums.NONE;
        for (var cell : district.cells().entrySet()) {
            if (of.holds(cell.getKey().schoolId())) {
                total = total.plus(cell.getValue());
                if (groupBy != null) {
                    lines.merge(
                            groupBy == GroupBy.SCHOOL
                                    ? cell.getKey().schoolId()
                                    : cell.getKey().grade(),
                            cell.getValue(),
                            Sums::plus);
                }
            }
        }
        List<String> bySize = lines.keySet().stream()
                .sorted(Comparator.comparingLong(value -> lines.get(value).enrolled()))
                .toList();
        long small =
                lines.values().stream().filter(sums -> sums.enrolled() < 10).count();
        Set<String> hidden = Set.copyOf(bySize.subList(0, (int) (small == 1 ? Math.min(2, bySize.size()) : small)));
        List<Line> shown = new ArrayList<>();
        lines.forEach((value, sums) -> {
            if (!hidden.contains(value)) {
                shown.add(line(groupBy, value, sums));
            }
        });
        Line all = line(null, "", total);
        return new Released.Answer(total.enrolled() < 10 ? all.withoutNumbers() : all, of.all(), shown, null);
    }

    private static Line line(@Nullable GroupBy groupBy, String value, Sums sums) {
        return groupBy == GroupBy.SCHOOL ? Line.of(value, null, null, sums) : Line.of(null, null, value, sums);
    }

    /** What an analyst finds out and must not. */
    private static List<String> found(District district, Asked asked) {
        List<String> found = new ArrayList<>();
        NUMBERS.forEach((name, number) -> {
            Attacker attacker = attacker(district, asked, number);
            if (name.equals("students")) {
                small(district).stream()
                        .filter(group -> attacker.knows(group, Set.of()))
                        .forEach(group -> found.add(group + " by adding up"));
                if (isSmall(district.twice().enrolled()) && attacker.knows(Set.of(TWICE), Set.of())) {
                    found.add("students of two schools");
                }
                elsewhere(district, attacker, found);
            }
            attacker.cornered().stream()
                    .filter(unknown -> isSmall(students(district, unknown)))
                    .filter(unknown -> number(district, unknown, number) > 0)
                    .forEach(unknown -> found.add(unknown + " cornered: " + name));
        });
        return found;
    }

    /** Students of the district who are not at this school. */
    private static void elsewhere(District district, Attacker attacker, List<String> found) {
        for (String school : district.schools()) {
            Set<String> others = names(district, cell -> !cell.schoolId().equals(school));
            long students =
                    others.stream().mapToLong(cell -> students(district, cell)).sum()
                            - district.twice().enrolled();
            if (isSmall(students) && attacker.knows(others, Set.of(TWICE))) {
                found.add("not at " + school);
            }
        }
    }

    private static Attacker attacker(District district, Asked asked, ToLongFunction<Line> number) {
        Set<String> unknowns = names(district, cell -> true);
        unknowns.add(TWICE);
        Attacker attacker = new Attacker(unknowns);
        Map<String, Set<String>> ownLines = new LinkedHashMap<>();
        for (String school : district.schools()) {
            ownLines.put(
                    school,
                    asked.answer(Schools.of(Set.of(school)), GroupBy.GRADE).lines().stream()
                            .map(line -> text(line.value()))
                            .collect(Collectors.toSet()));
        }
        for (Schools of : questions(district.schools())) {
            for (GroupBy groupBy : Arrays.asList(null, GroupBy.SCHOOL, GroupBy.GRADE)) {
                learn(attacker, district, of, groupBy, asked.answer(of, groupBy), ownLines, number);
            }
        }
        return attacker;
    }

    private static void learn(
            Attacker attacker,
            District district,
            Schools of,
            @Nullable GroupBy groupBy,
            Released.Answer answer,
            Map<String, Set<String>> ownLines,
            ToLongFunction<Line> number) {
        Set<String> left = names(district, cell -> of.holds(cell.schoolId()));
        if (!answer.total().suppressed()) {
            attacker.learn(left, answer.countedOnce() ? Set.of(TWICE) : Set.of(), number.applyAsLong(answer.total()));
        }
        for (Line line : answer.lines()) {
            Set<String> cells = groupBy == GroupBy.SCHOOL
                    ? names(district, cell -> cell.schoolId().equals(line.schoolId()))
                    : names(
                            district,
                            cell -> of.holds(cell.schoolId())
                                    && cell.grade().equals(text(line.value()))
                                    && (answer.rest() == null
                                            || ownLines.get(cell.schoolId()).contains(cell.grade())));
            attacker.learn(cells, Set.of(), number.applyAsLong(line));
            left.removeAll(cells);
        }
        Line rest = answer.rest();
        if (rest != null && !rest.suppressed()) {
            attacker.learn(left, Set.of(), number.applyAsLong(rest));
        }
    }

    /** Every set of schools, and the district. */
    private static List<Schools> questions(Set<String> schools) {
        List<String> all = List.copyOf(schools);
        List<Schools> questions = new ArrayList<>(List.of(Schools.ALL));
        for (int bits = 1; bits < 1 << all.size(); bits++) {
            int set = bits;
            questions.add(Schools.of(IntStream.range(0, all.size())
                    .filter(i -> (set & 1 << i) != 0)
                    .mapToObj(all::get)
                    .toList()));
        }
        return questions;
    }

    /** Every group of fewer than ten students that is made of whole grades of schools. */
    private static List<Set<String>> small(District district) {
        List<Set<String>> groups = new ArrayList<>(List.of(Set.of()));
        for (String cell : names(district, each -> true)) {
            for (Set<String> group : List.copyOf(groups)) {
                Set<String> larger = new TreeSet<>(group);
                larger.add(cell);
                if (isSmall(larger.stream()
                        .mapToLong(each -> students(district, each))
                        .sum())) {
                    groups.add(larger);
                }
            }
        }
        groups.removeFirst();
        return groups;
    }

    private static boolean isSmall(long students) {
        return students > 0 && students < 10;
    }

    private static long students(District district, String unknown) {
        return number(district, unknown, line -> line.students());
    }

    private static long number(District district, String unknown, ToLongFunction<Line> number) {
        Sums sums = unknown.equals(TWICE)
                ? district.twice()
                : district.cells().entrySet().stream()
                        .filter(cell -> name(cell.getKey()).equals(unknown))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow();
        return number.applyAsLong(Line.of(null, null, null, sums));
    }

    private static Set<String> names(District district, Predicate<Cell.Of> which) {
        return district.cells().keySet().stream()
                .filter(which)
                .map(SmallGroupsPropertiesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Cell.Of cell) {
        return cell.schoolId() + " " + cell.grade();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A month later: students come, go to another grade, change band. */
    private static District next(Random random, District before) {
        SortedMap<Cell.Of, Sums> cells = new TreeMap<>();
        boolean first = before.cells().isEmpty();
        int schools = first ? 1 + random.nextInt(4) : 4;
        for (int school = 0; school < schools; school++) {
            boolean tiny = random.nextInt(4) == 0;
            for (String grade : List.of("", "9", "10", "11")) {
                Cell.Of cell = new Cell.Of("S" + school, grade);
                Sums was = before.cells().get(cell);
                long students = was == null
                        ? random.nextInt(3) == 0 ? 0 : random.nextInt(tiny ? 4 : 25)
                        : Math.max(0, was.enrolled() + random.nextInt(5) - 1);
                if (students > 0 && (first || was != null || random.nextInt(4) == 0)) {
                    cells.put(cell, ofBands(random, students));
                }
            }
        }
        return new District(cells, twice(random, cells));
    }

    private static Sums twice(Random random, SortedMap<Cell.Of, Sums> cells) {
        List<Sums> bySchool = cells.entrySet().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.getKey().schoolId(),
                        TreeMap::new,
                        Collectors.reducing(Sums.NONE, Map.Entry::getValue, Sums::plus)))
                .values()
                .stream()
                .sorted(Comparator.comparingLong(Sums::enrolled))
                .toList();
        if (bySchool.size() < 2 || random.nextBoolean()) {
            return Sums.NONE;
        }
        Sums smaller = bySchool.get(bySchool.size() - 2);
        double share = random.nextBoolean() ? 1 : random.nextDouble();
        return ofBands(
                part(random, smaller.satisfactory(), share),
                part(random, smaller.atRisk(), share),
                part(random, smaller.chronic(), share),
                part(random, smaller.severe(), share));
    }

    /** A few less than the share of it. */
    private static long part(Random random, long students, double share) {
        return Math.max(0, (long) (students * share) - random.nextInt(3));
    }

    private static Sums ofBands(Random random, long students) {
        long[] bands = new long[4];
        for (long i = 0; i < students; i++) {
            bands[random.nextInt(bands.length)]++;
        }
        return ofBands(bands[0], bands[1], bands[2], bands[3]);
    }

    private static Sums ofBands(long satisfactory, long atRisk, long chronic, long severe) {
        return new Sums(satisfactory + atRisk + chronic + severe, 0, 0, 0, satisfactory, atRisk, chronic, severe);
    }

    private static Sums minus(Sums from, Sums less) {
        return new Sums(
                from.enrolled() - less.enrolled(),
                0,
                0,
                0,
                from.satisfactory() - less.satisfactory(),
                from.atRisk() - less.atRisk(),
                from.chronic() - less.chronic(),
                from.severe() - less.severe());
    }
}
