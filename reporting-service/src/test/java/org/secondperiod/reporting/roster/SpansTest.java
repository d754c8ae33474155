package org.secondperiod.reporting.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.arithmetic.Span;

class SpansTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final MonthDay YEAR_ENDS = MonthDay.of(7, 31);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 8);

    private static Enrolled at(String school, LocalDate entry, LocalDate exit) {
        return new Enrolled(school, new Span(entry, exit), "9", null, null);
    }

    private static RosterVersion told(long version, String moment, Enrolled... enrolments) {
        return new RosterVersion("s", version, Instant.parse(moment), List.of(enrolments), List.of());
    }

    private static List<String> spans(RosterVersion... versions) {
        return Spans.of(List.of(versions), NEW_YORK, YEAR_ENDS).stream()
                .map(one -> "%s %s..%s"
                        .formatted(
                                one.schoolId(),
                                one.enrolled().span().entry(),
                                one.enrolled().span().exit()))
                .toList();
    }

    @Test
    void theLatestVersionHolds() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-12-01T06:00:00Z", at("A", SEPTEMBER, LocalDate.of(2026, 11, 30)))))
                .containsExactly("A 2026-09-08..2026-11-30");
    }

    @Test
    void whoLeavesCountsUntilTheDayBeforeThatWasRecorded() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-12-01T07:00:00Z")))
                .containsExactly("A 2026-09-08..2026-11-30");
    }

    @Test
    void ofATransferTheNewSchoolsFirstDayEndsTheOldOne() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-12-10T06:00:00Z", at("B", LocalDate.of(2026, 12, 1), Span.OPEN))))
                .containsExactly("A 2026-09-08..2026-11-30", "B 2026-12-01..9999-12-31");
    }

    @Test
    void anEntryThatWasWrongLeavesNothing() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-10-01T06:00:00Z", at("B", SEPTEMBER, Span.OPEN))))
                .containsExactly("B 2026-09-08..9999-12-31");
    }

    @Test
    void aStudentOfTwoSchoolsMayLeaveOne() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN), at("B", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-12-01T07:00:00Z", at("A", SEPTEMBER, Span.OPEN))))
                .containsExactly("A 2026-09-08..9999-12-31", "B 2026-09-08..2026-11-30");
    }

    @Test
    void anEntryThatIsCorrectedToALaterDayLeavesNothingOfTheDaysBefore() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-10-01T06:00:00Z", at("A", SEPTEMBER.plusDays(6), Span.OPEN))))
                .containsExactly("A 2026-09-14..9999-12-31");
    }

    @Test
    void anEntryThatIsMovedBackIsAsItWas() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-10-01T06:00:00Z", at("A", SEPTEMBER.plusDays(6), Span.OPEN)),
                        told(3, "2026-10-08T06:00:00Z", at("A", SEPTEMBER, Span.OPEN))))
                .containsExactly("A 2026-09-08..9999-12-31");
    }

    @Test
    void anEntryThatIsCorrectedTwiceIsTheLastOne() {
        RosterVersion first = told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN));
        RosterVersion second = told(2, "2026-10-01T06:00:00Z", at("A", SEPTEMBER.plusDays(6), Span.OPEN));

        assertThat(spans(first, second, told(3, "2026-10-08T06:00:00Z", at("A", SEPTEMBER.plusDays(13), Span.OPEN))))
                .containsExactly("A 2026-09-21..9999-12-31");
        assertThat(spans(first, second, told(3, "2026-10-08T06:00:00Z", at("A", SEPTEMBER.plusDays(2), Span.OPEN))))
                .containsExactly("A 2026-09-10..9999-12-31");
    }

    @Test
    void anEntryIsCorrectedBesideAnotherSchoolAndWithTheExit() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN), at("B", SEPTEMBER, Span.OPEN)),
                        told(
                                2,
                                "2026-12-01T06:00:00Z",
                                at("A", SEPTEMBER.plusDays(6), LocalDate.of(2026, 11, 20)),
                                at("B", SEPTEMBER, Span.OPEN))))
                .containsExactly("A 2026-09-14..2026-11-20", "B 2026-09-08..9999-12-31");
    }

    /** Until November rosters had no dates. */
    @Test
    void aFirstDayThatIsToldForTheFirstTimeIsThatOfTheYear() {
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", Span.ALWAYS, Span.OPEN)),
                        told(2, "2026-11-02T07:00:00Z", at("A", SEPTEMBER.plusDays(6), Span.OPEN))))
                .containsExactly("A 2026-09-14..9999-12-31");
    }

    @Test
    void anExitThatIsMovedEarlierIsTheEarlierOneAndMayBeMovedAgain() {
        RosterVersion first = told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, LocalDate.of(2026, 11, 30)));
        RosterVersion earlier = told(2, "2026-12-01T06:00:00Z", at("A", SEPTEMBER, LocalDate.of(2026, 10, 30)));

        assertThat(spans(first, earlier)).containsExactly("A 2026-09-08..2026-10-30");
        assertThat(spans(
                        first,
                        earlier,
                        told(3, "2026-12-02T06:00:00Z", at("A", SEPTEMBER, LocalDate.of(2026, 11, 30)))))
                .containsExactly("A 2026-09-08..2026-11-30");
    }

    /** The student dropped out of a roster without days; a file of past enrolments says when that was. */
    @Test
    void anExitThatWasFoundOutByTheRosterIsTheOneThatIsToldLater() {
        RosterVersion there = told(1, "2026-09-01T06:00:00Z", at("A", Span.ALWAYS, Span.OPEN));
        RosterVersion gone = told(2, "2026-12-01T07:00:00Z");
        LocalDate november = LocalDate.of(2026, 11, 13);

        assertThat(spans(there, gone)).containsExactly("A 0001-01-01..2026-11-30");
        assertThat(spans(there, gone, told(3, "2026-12-05T07:00:00Z", at("A", SEPTEMBER, november))))
                .containsExactly("A 2026-09-08..2026-11-13");
        assertThat(spans(there, told(2, "2026-12-01T07:00:00Z", at("A", SEPTEMBER, november))))
                .containsExactly("A 2026-09-08..2026-11-13");
        // One who comes back is not told when the first stay ended.
        assertThat(spans(there, gone, told(3, "2027-01-11T07:00:00Z", at("A", LocalDate.of(2027, 1, 11), Span.OPEN))))
                .containsExactly("A 0001-01-01..2026-11-30", "A 2027-01-11..9999-12-31");
    }

    @Test
    void whoComesBackKeepsTheDaysBefore() {
        LocalDate january = LocalDate.of(2027, 1, 11);
        List<String> both = List.of("A 2026-09-08..2026-10-30", "A 2027-01-11..9999-12-31");

        // The first stay was over when the second was told of.
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, LocalDate.of(2026, 10, 30))),
                        told(2, "2027-01-11T07:00:00Z", at("A", january, Span.OPEN))))
                .isEqualTo(both);
        // A version between them no longer had it.
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2026-10-31T06:00:00Z"),
                        told(3, "2027-01-11T07:00:00Z", at("A", january, Span.OPEN))))
                .isEqualTo(both);
        // It was told late that the student had left, after the student was back.
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2027-01-11T07:00:00Z", at("A", january, Span.OPEN)),
                        told(
                                3,
                                "2027-01-12T07:00:00Z",
                                at("A", SEPTEMBER, LocalDate.of(2026, 10, 30)),
                                at("A", january, Span.OPEN))))
                .isEqualTo(both);
    }

    @Test
    void aFirstDayInTheNextSchoolYearIsNoCorrection() {
        LocalDate next = LocalDate.of(2027, 9, 7);

        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                        told(2, "2027-08-20T06:00:00Z", at("A", next, Span.OPEN))))
                .containsExactly("A 2026-09-08..2027-08-19", "A 2027-09-07..9999-12-31");
        assertThat(spans(
                        told(1, "2026-09-01T06:00:00Z", at("A", Span.ALWAYS, Span.OPEN)),
                        told(2, "2027-08-20T06:00:00Z", at("A", next, Span.OPEN))))
                .containsExactly("A 0001-01-01..2027-08-19", "A 2027-09-07..9999-12-31");
    }

    @Test
    void theOrderInWhichTheyCameSaysNothing() {
        List<RosterVersion> versions = new ArrayList<>(List.of(
                told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                told(2, "2026-10-01T06:00:00Z", at("B", LocalDate.of(2026, 10, 1), Span.OPEN)),
                told(3, "2026-11-01T06:00:00Z"),
                told(4, "2027-01-04T06:00:00Z", at("A", LocalDate.of(2027, 1, 4), Span.OPEN)),
                told(5, "2027-01-08T06:00:00Z", at("A", LocalDate.of(2027, 1, 6), Span.OPEN))));
        List<Enrolment> inOrder = Spans.of(versions, NEW_YORK, YEAR_ENDS);

        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(versions, new Random(seed));
            assertThat(Spans.of(versions, NEW_YORK, YEAR_ENDS)).isEqualTo(inOrder);
        }
    }
}
