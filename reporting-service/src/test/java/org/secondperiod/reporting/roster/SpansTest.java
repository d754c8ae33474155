package org.secondperiod.reporting.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.arithmetic.Span;

class SpansTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 8);

    private static Enrolled at(String school, LocalDate entry, LocalDate exit) {
        return new Enrolled(school, new Span(entry, exit), "9", null, null);
    }

    private static RosterVersion told(long version, String moment, Enrolled... enrolments) {
        return new RosterVersion("s", version, Instant.parse(moment), List.of(enrolments), List.of());
    }

    private static List<String> spans(RosterVersion... versions) {
        return Spans.of(List.of(versions), NEW_YORK).stream()
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
    void theOrderInWhichTheyCameSaysNothing() {
        List<RosterVersion> versions = new ArrayList<>(List.of(
                told(1, "2026-09-01T06:00:00Z", at("A", SEPTEMBER, Span.OPEN)),
                told(2, "2026-10-01T06:00:00Z", at("B", LocalDate.of(2026, 10, 1), Span.OPEN)),
                told(3, "2026-11-01T06:00:00Z"),
                told(4, "2027-01-04T06:00:00Z", at("A", LocalDate.of(2027, 1, 4), Span.OPEN))));
        List<Enrolment> inOrder = Spans.of(versions, NEW_YORK);

        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(versions, new Random(seed));
            assertThat(Spans.of(versions, NEW_YORK)).isEqualTo(inOrder);
        }
    }
}
