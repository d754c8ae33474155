package org.secondperiod.reporting.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.arithmetic.Span;

/** What an enrolment was in a school year, whatever rosters of later years say. */
class EnrolmentTest {

    private static final MonthDay YEAR_ENDS = MonthDay.of(7, 31);
    private static final Span LAST_YEAR = new Span(LocalDate.of(2026, 9, 8), LocalDate.of(2027, 6, 25));
    private static final Span THIS_YEAR = new Span(LocalDate.of(2027, 9, 7), LocalDate.of(2028, 6, 23));

    private static RosterVersion told(long version, String day, String grade, LocalDate entry, LocalDate exit) {
        return new RosterVersion(
                "s",
                version,
                Instant.parse(day + "T12:00:00Z"),
                List.of(new Enrolled("A", new Span(entry, exit), grade, grade + "-home", null)),
                List.of("group-of-" + grade));
    }

    private static String grade(Span days, RosterVersion... versions) {
        return Spans.of(List.of(versions), ZoneId.of("America/New_York"), YEAR_ENDS).stream()
                .flatMap(one -> one.in(days).stream())
                .map(one -> one.enrolled().grade() + " " + one.groups())
                .findFirst()
                .orElse("-");
    }

    @Test
    void whoIsPromotedInTheSummerWasInTheGradeBeforeIt() {
        RosterVersion[] versions = {
            told(1, "2026-08-25", "9", Span.ALWAYS, Span.OPEN), told(2, "2027-07-10", "10", Span.ALWAYS, Span.OPEN)
        };

        assertThat(grade(LAST_YEAR, versions)).isEqualTo("9 [group-of-9]");
        assertThat(grade(THIS_YEAR, versions)).isEqualTo("10 [group-of-10]");
    }

    @Test
    void aPlaceThatChangesDuringTheYearIsTheLastOne() {
        assertThat(grade(
                        LAST_YEAR,
                        told(1, "2026-08-25", "9", Span.ALWAYS, Span.OPEN),
                        told(2, "2027-02-01", "10", Span.ALWAYS, Span.OPEN)))
                .isEqualTo("10 [group-of-10]");
    }

    @Test
    void whoComesInTheSummerWithoutAFirstDayWasNotThereBefore() {
        RosterVersion version = told(1, "2027-07-10", "9", Span.ALWAYS, Span.OPEN);

        assertThat(grade(LAST_YEAR, version)).isEqualTo("-");
        assertThat(grade(THIS_YEAR, version)).isEqualTo("9 [group-of-9]");
    }

    @Test
    void whoIsFirstToldOfDuringTheYearWithoutAFirstDayWasThereAllYear() {
        assertThat(grade(LAST_YEAR, told(1, "2026-11-24", "9", Span.ALWAYS, Span.OPEN)))
                .isEqualTo("9 [group-of-9]");
    }

    @Test
    void whoseFirstDayLiesInAPastYearWasThereInTheFirstGradeThatAnybodyTold() {
        assertThat(grade(LAST_YEAR, told(1, "2027-11-24", "10", LocalDate.of(2025, 9, 4), Span.OPEN)))
                .isEqualTo("10 [group-of-10]");
    }

    @Test
    void whoLeftBetweenTheYearsIsInTheOneThatIsOver() {
        RosterVersion[] versions = {
            told(1, "2026-08-25", "12", Span.ALWAYS, Span.OPEN),
            new RosterVersion("s", 2, Instant.parse("2027-08-25T12:00:00Z"), List.of(), List.of())
        };

        assertThat(grade(LAST_YEAR, versions)).isEqualTo("12 [group-of-12]");
        assertThat(grade(THIS_YEAR, versions)).isEqualTo("-");
    }

    @Test
    void aPastEnrolmentThatIsCorrectedLaterIsAsItWasCorrected() {
        LocalDate entry = LocalDate.of(2026, 9, 8);
        LocalDate exit = LocalDate.of(2027, 3, 1);

        assertThat(grade(LAST_YEAR, told(1, "2027-09-20", "8", entry, exit), told(2, "2027-10-01", "9", entry, exit)))
                .isEqualTo("9 [group-of-9]");
    }

    @Test
    void aPlaceIsTheOneThatHadBeenToldByADate() {
        List<Enrolment> told = Spans.of(
                List.of(
                        told(1, "2026-08-25", "9", Span.ALWAYS, Span.OPEN),
                        told(2, "2027-02-01", "10", Span.ALWAYS, Span.OPEN)),
                ZoneId.of("America/New_York"),
                YEAR_ENDS);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.toldBy(LocalDate.of(2026, 8, 24))).isEmpty();
            assertThat(one.toldBy(LocalDate.of(2027, 1, 31)).flatMap(then -> then.in(LAST_YEAR)))
                    .get()
                    .satisfies(then -> assertThat(then.groups()).containsExactly("group-of-9"));
            assertThat(one.toldBy(LocalDate.of(2027, 2, 1))).contains(one);
        });
    }
}
