package org.secondperiod.reporting.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Strip;

/** Between any two dates students move as their days say; between ends of months as it is kept up. */
class MovesBetweenTest {

    private static final SchoolYear YEAR = SchoolYear.of(LocalDate.of(2026, 9, 1), MonthDay.of(7, 31));
    private static final Scope SCHOOL = new Scope(Scope.Kind.SCHOOL, "S", "");
    private static final Scope NINTH = new Scope(Scope.Kind.GRADE, "S", "9");
    private static final int MINIMUM = 10;
    private static final int SEPTEMBER_7 = 37;

    /**
     * Ten days until Friday, 18 September, and five more. The first student was absent on one: of 10 that is chronic, of 15 at risk. The
     * second on the last two of 15. The third came on the 21st and has five days, and the fourth comes later.
     */
    @Example
    void byHand() {
        String before = ".".repeat(SEPTEMBER_7);
        MovesBetween moves = between("2026-09-18", "2026-09-25");
        moves.add(List.of(SCHOOL, NINTH), new Line(SEPTEMBER_7, before + "PAPPP..PPPPP..PPPPP"));
        moves.add(List.of(SCHOOL), new Line(SEPTEMBER_7, before + "PPPPP..PPPPP..PPPAA"));
        moves.add(List.of(SCHOOL), new Line(SEPTEMBER_7 + 14, before + ".".repeat(14) + "PPPPP"));
        moves.add(List.of(SCHOOL), new Line(SEPTEMBER_7 + 21, before + ".".repeat(21) + "PPPPP"));
        moves.add(List.of(SCHOOL), Line.NONE);

        assertThat(moves.rows())
                .containsExactly(
                        new MovesBetween.Row(NINTH, Stands.CHRONIC, Stands.AT_RISK, 1),
                        new MovesBetween.Row(SCHOOL, Stands.NOT_HERE, Stands.BELOW_MINIMUM_ENROLMENT, 1),
                        new MovesBetween.Row(SCHOOL, Stands.SATISFACTORY, Stands.CHRONIC, 1),
                        new MovesBetween.Row(SCHOOL, Stands.CHRONIC, Stands.AT_RISK, 1));
    }

    @Property(tries = 200)
    void betweenEndsOfMonthsItIsWhatIsKeptUp(
            @ForAll @Size(min = 1, max = 8)
                    List<@StringLength(max = 200) @Chars({'P', 'A', 'H', 'L', '.'}) String> strips,
            @ForAll @IntRange(min = 1, max = 11) int month) {
        Additions additions = new Additions(YEAR, MINIMUM);
        MovesBetween moves = new MovesBetween(
                YEAR, YEAR.monthEnds().get(month - 1), YEAR.monthEnds().get(month), MINIMUM);
        for (String strip : strips) {
            Line line = line(strip);
            additions.change(List.of(), Line.NONE, List.of(SCHOOL, NINTH), line);
            moves.add(List.of(SCHOOL, NINTH), line);
        }

        assertThat(moves.rows().stream()
                        .map(row -> "%s %s %s %d".formatted(row.scope(), row.from(), row.to(), row.students())))
                .containsExactlyInAnyOrderElementsOf(additions.moves().stream()
                        .filter(row -> row.month().equals(YEAR.monthEnds().get(month)))
                        .map(row -> "%s %s %s %d".formatted(row.scope(), row.from(), row.to(), row.students()))
                        .toList());
    }

    @Property(tries = 300)
    void everybodyStandsAsTheDaysUntilThenSay(
            @ForAll @Size(min = 1, max = 8)
                    List<@StringLength(max = 60) @Chars({'P', 'A', 'H', 'L', '.'}) String> strips,
            @ForAll @IntRange(min = 0, max = 58) int from,
            @ForAll @IntRange(min = 1, max = 30) int dates) {
        MovesBetween moves = new MovesBetween(YEAR, YEAR.date(from), YEAR.date(from + dates), MINIMUM);
        Map<String, Long> expected = new TreeMap<>();
        for (String strip : strips) {
            Line line = line(strip);
            moves.add(List.of(SCHOOL), line);
            if (!stands(line, from + dates).equals("NOT_HERE")) {
                expected.merge(stands(line, from) + " " + stands(line, from + dates), 1L, Long::sum);
            }
        }

        Map<String, Long> found = new TreeMap<>();
        moves.rows().forEach(row -> found.put(row.from() + " " + row.to(), row.students()));
        assertThat(found).isEqualTo(expected);
    }

    /** Enrolled from the strip's first day on; nowhere if there is none. */
    private static Line line(String strip) {
        return new Line(Strip.first(strip), strip);
    }

    private static String stands(Line line, int date) {
        if (line.first() < 0 || line.first() > date) {
            return "NOT_HERE";
        }
        Count count = Count.of(line.days().substring(0, Math.min(line.days().length(), date + 1)));
        if (count.enrolledHalfDays() == 0) {
            return "NO_DAY_COUNTS";
        }
        return count.reaches(MINIMUM) ? Band.of(count).name() : "BELOW_MINIMUM_ENROLMENT";
    }

    private static MovesBetween between(String from, String to) {
        return new MovesBetween(YEAR, LocalDate.parse(from), LocalDate.parse(to), MINIMUM);
    }
}
