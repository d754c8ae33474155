package org.secondperiod.reporting.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.reporting.arithmetic.AbsencesLeft;
import org.secondperiod.reporting.arithmetic.AtSchool;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;

/** Whom a school should look at, and whom not. */
class WatchedTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 14);
    private static final SchoolYear YEAR = SchoolYear.of(LAST, MonthDay.of(7, 31));
    private static final Span OF_SCHOOL = new Span(LocalDate.of(2026, 9, 7), LocalDate.of(2027, 6, 11));

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        // Two of thirty days are 6.67%; ten days before it was none of twenty.
        "newly at risk, PPPPPPPPPPPPPPPPPPPPPPPPPPPAAP, 30, NEWLY_AT_RISK",
        // Two of forty days are 5.00%; ten days before two of thirty were 6.67%.
        "at risk as ten days before, PAAPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP, 30, ''",
        "below the minimum ten days before and chronic now, PAPAPPPPPPPPPPP, 30, NEWLY_AT_RISK",
        "below the minimum, PAPAP, 30, ''",
        // One of 21 days is 4.76%, two of 22 are 9.09%.
        "one absence from at risk, PPPPPAPPPPPPPPPPPPPPP, 30, ONE_ABSENCE_FROM_A_BAND",
        "far from it,"
                + " PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"
                + "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPAPPPPPPPPPPPPPPPPPPPP, 30, ''",
        "three in a row,"
                + " PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"
                + "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPAAA, 30, THREE_IN_A_ROW",
        "three in a row that ended,"
                + " PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"
                + "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPAAAP, 30, ''",
        "two days left, PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP, 4, FEW_ABSENCES_LEFT",
        "two days and a half left, PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP, 5, ''",
        "too late is not few, PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP, -1, ''"
    })
    void isOnTheListForAReason(String name, String days, int leftHalves, String why) {
        Optional<Watched> watched = watched(days, left(leftHalves));

        assertThat(watched.map(one -> String.join(
                                " ", one.why().stream().map(Enum::name).toList()))
                        .orElse(""))
                .as(name)
                .isEqualTo(why);
    }

    @Test
    void daysThatDoNotCountAreNoDays() {
        String days = "PPPPPPPPPPPPPPPPPPPPPPPPPPPPAA";
        String apart = String.join(".", days.split(""));

        assertThat(watched(apart, null).map(Watched::why))
                .isEqualTo(watched(days, null).map(Watched::why));
        assertThat(watched(apart, null)).get().satisfies(one -> {
            assertThat(one.before()).isEqualTo(Band.SATISFACTORY);
            assertThat(one.band()).isEqualTo(Band.AT_RISK);
            assertThat(one.daysInARow()).isEqualTo(2);
        });
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({
        "2026-09-01, false",
        "2026-09-08, true",
        "2026-10-16, true",
        // It is a Saturday, and the last day that counts is the one before: no proof that somebody is still here.
        "2026-10-17, false",
        "2027-01-31, false",
        "2027-02-01, true",
        "2027-06-11, true",
        // School is over, and nobody has left since.
        "2027-07-20, true"
    })
    void isOnTheListOfASchoolOnlyWhileEnrolledThere(LocalDate asOf, boolean enrolled) {
        List<Span> leftAndCameBack = List.of(
                new Span(LocalDate.of(2026, 9, 8), LocalDate.of(2026, 10, 16)),
                new Span(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 6, 11)));

        assertThat(Watched.isEnrolled(AtSchool.enrolled(YEAR, leftAndCameBack), YEAR, asOf, OF_SCHOOL))
                .isEqualTo(enrolled);
    }

    @Test
    void whoHasLeftBeforeSchoolEndedIsNotOnTheListOfTheSummer() {
        List<Span> left = List.of(new Span(Span.ALWAYS, LocalDate.of(2027, 6, 10)));

        assertThat(Watched.isEnrolled(AtSchool.enrolled(YEAR, left), YEAR, LocalDate.of(2027, 7, 20), OF_SCHOOL))
                .isFalse();
        assertThat(Watched.isEnrolled(new BitSet(), YEAR, LocalDate.of(2026, 10, 1), OF_SCHOOL))
                .isFalse();
    }

    private static Optional<Watched> watched(String days, @Nullable AbsencesLeft left) {
        return Watched.of(new Watched.Of("ana", "S", "9", "9-A"), days, LAST, left, 10);
    }

    private static AbsencesLeft left(int halves) {
        return new AbsencesLeft(Math.max(0, halves), halves >= 0);
    }
}
