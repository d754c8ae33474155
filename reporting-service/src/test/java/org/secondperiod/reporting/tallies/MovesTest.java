package org.secondperiod.reporting.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.arithmetic.SchoolYear;

class MovesTest {

    private static final SchoolYear YEAR = SchoolYear.of(LocalDate.of(2026, 9, 1), MonthDay.of(7, 31));
    private static final List<Scope> SCHOOL = List.of(new Scope(Scope.Kind.SCHOOL, "S", ""));
    private static final int SEPTEMBER_1 = 31;

    @Test
    void whoComesInSeptemberMovesFromNowhereAndThenFromBandToBand() {
        // 29 days present in September, then October absent
        String days = ".".repeat(SEPTEMBER_1) + "P".repeat(29) + "A".repeat(15);

        assertThat(moves(Line.NONE, new Line(SEPTEMBER_1, days)))
                .startsWith(
                        "2026-09-30 NOT_HERE SATISFACTORY 1",
                        "2026-10-31 SATISFACTORY SEVERELY_CHRONIC 1",
                        "2026-11-30 SEVERELY_CHRONIC SEVERELY_CHRONIC 1")
                .hasSize(11);
    }

    @Test
    void aDayThatChangesNoBandMovesNobody() {
        Line before = new Line(SEPTEMBER_1, ".".repeat(SEPTEMBER_1) + "P".repeat(20));
        Line now = new Line(SEPTEMBER_1, ".".repeat(SEPTEMBER_1) + "P".repeat(21));

        assertThat(moves(before, now)).isEmpty();
    }

    @Test
    void aCorrectionTakesTheMoveBackAndMakesAnother() {
        Line before = new Line(SEPTEMBER_1, ".".repeat(SEPTEMBER_1) + "P".repeat(19) + "AA");
        Line now = new Line(SEPTEMBER_1, ".".repeat(SEPTEMBER_1) + "P".repeat(20) + "L");

        assertThat(moves(before, now))
                .startsWith(
                        "2026-09-30 NOT_HERE SATISFACTORY 1",
                        "2026-09-30 NOT_HERE AT_RISK -1",
                        "2026-10-31 SATISFACTORY SATISFACTORY 1",
                        "2026-10-31 AT_RISK AT_RISK -1");
    }

    @Test
    void whoChangesTheGradeLeavesOneAndComesToTheOther() {
        Line line = new Line(SEPTEMBER_1, ".".repeat(SEPTEMBER_1) + "P".repeat(5));
        Additions additions = new Additions(YEAR, 10);
        additions.change(
                List.of(new Scope(Scope.Kind.GRADE, "S", "9")),
                line,
                List.of(new Scope(Scope.Kind.GRADE, "S", "10")),
                line);

        assertThat(additions.moves())
                .filteredOn(row -> row.month().equals(LocalDate.of(2026, 9, 30)))
                .extracting(row -> row.scope().value() + " " + row.from() + " " + row.to() + " " + row.students())
                .containsExactlyInAnyOrder(
                        "9 NOT_HERE BELOW_MINIMUM_ENROLMENT -1", "10 NOT_HERE BELOW_MINIMUM_ENROLMENT 1");
    }

    private static List<String> moves(Line before, Line now) {
        Additions additions = new Additions(YEAR, 10);
        additions.change(before.equals(Line.NONE) ? List.of() : SCHOOL, before, SCHOOL, now);
        return additions.moves().stream()
                .map(row -> row.month() + " " + row.from() + " " + row.to() + " " + row.students())
                .toList();
    }
}
