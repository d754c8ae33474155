package org.secondperiod.reporting.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.SchoolYear;

/** Whatever becomes of a student in whatever steps: what the steps added is what the last state adds. */
class AdditionsPropertiesTest {

    private static final SchoolYear YEAR = SchoolYear.of(LocalDate.of(2026, 9, 1), MonthDay.of(7, 31));
    private static final int MINIMUM = 5;

    @Property(tries = 300)
    void stepsAddUpToTheLastState(
            @ForAll @Size(min = 1, max = 6)
                    List<@StringLength(max = 60) @Chars({'P', 'A', 'H', 'L', '.'}) String> strips) {
        Map<String, int[]> stepwise = new HashMap<>();
        Line before = Line.NONE;
        List<Scope> scopesBefore = List.of();
        for (int i = 0; i < strips.size(); i++) {
            Line now = new Line(0, strips.get(i));
            List<Scope> scopes = Scope.atSchool("S", new Place("G" + i % 2, null, List.of()));
            Additions additions = new Additions(YEAR, MINIMUM);
            additions.change(scopesBefore, before, scopes, now);
            addTo(stepwise, additions);
            before = now;
            scopesBefore = scopes;
        }

        Additions atOnce = new Additions(YEAR, MINIMUM);
        atOnce.change(List.of(), Line.NONE, scopesBefore, before);
        Map<String, int[]> once = new HashMap<>();
        addTo(once, atOnce);

        stepwise.values().removeIf(sums -> Arrays.stream(sums).allMatch(sum -> sum == 0));
        assertThat(texts(stepwise)).isEqualTo(texts(once));
    }

    @Property(tries = 300)
    void asOfAnyDateTheStudentIsInTheBandOfTheDaysUntilThen(
            @ForAll @StringLength(min = 1, max = 60) @Chars({'P', 'A', 'H', 'L', '.'}) String strip,
            @ForAll @IntRange(min = 0, max = 59) int date) {
        Additions additions = new Additions(YEAR, MINIMUM);
        additions.change(List.of(), Line.NONE, List.of(new Scope(Scope.Kind.SCHOOL, "S", "")), new Line(0, strip));

        int[] sums = new int[Measure.ALL];
        additions.byDay().stream()
                .filter(row -> !row.day().isAfter(YEAR.date(date)))
                .forEach(row -> add(sums, row.measures()));

        Count count = Count.of(strip.substring(0, Math.min(strip.length(), date + 1)));
        List<Integer> expected = new ArrayList<>(List.of(1, count.enrolledHalfDays() / 2, count.absentHalfDays()));
        expected.add(count.enrolledHalfDays() > 0 && !count.reaches(MINIMUM) ? 1 : 0);
        for (Band band : Band.values()) {
            expected.add(count.reaches(MINIMUM) && Band.of(count) == band ? 1 : 0);
        }
        assertThat(Arrays.stream(sums).boxed().toList()).isEqualTo(expected);
    }

    private static void addTo(Map<String, int[]> sums, Additions additions) {
        additions.byDay().forEach(row -> add(of(sums, "day", row), row.measures()));
        additions.byMonth().forEach(row -> add(of(sums, "month", row), row.measures()));
    }

    private static int[] of(Map<String, int[]> sums, String table, Additions.Row row) {
        return sums.computeIfAbsent(table + row.scope() + row.day(), key -> new int[Measure.ALL]);
    }

    private static void add(int[] sums, int[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static Map<String, String> texts(Map<String, int[]> sums) {
        Map<String, String> texts = new HashMap<>();
        sums.forEach((key, values) -> texts.put(key, Arrays.toString(values)));
        return texts;
    }
}
