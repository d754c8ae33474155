package org.secondperiod.ingest.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.codes.CodeMeaning;
import org.secondperiod.ingest.histories.PastMark.Marked;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

class FindingsTest {

    private static final CodeMeaning ABSENT = new CodeMeaning(AttendanceCategory.UNEXCUSED_ABSENCE, null);
    private static final CodeMeaning LATE = new CodeMeaning(AttendanceCategory.TARDY, null);

    private final Findings findings = new Findings(LocalDate.of(2025, 8, 1));

    @Test
    void ofEachSchoolItKnowsRowsAbsencesAndDays() {
        findings.add(past("B", "2026-03-18", "T"), LATE);
        findings.add(past("A", "2026-03-17", "A"), ABSENT);
        findings.add(past("A", "2026-03-17", "A"), ABSENT);
        findings.add(new PastMark(new SchoolId("A"), SchoolDay.parse("2026-03-19"), null), null);

        assertThat(findings.schools())
                .containsExactly(
                        new SchoolInHistory("A", 3, 2, 2, LocalDate.of(2026, 3, 17), LocalDate.of(2026, 3, 19)),
                        new SchoolInHistory("B", 1, 0, 1, LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 18)));
        assertThat(findings.refusal(0, false)).isNull();
    }

    @Test
    void aCodeThatMeansNothingYetRefusesAllOfItAndIsNamedWithItsRows() {
        findings.add(past("A", "2026-03-17", "Z9"), null);
        findings.add(past("A", "2026-03-18", "Z9"), null);

        assertThat(findings.refusal(0, true)).contains("Z9 at A (2 rows)").contains("/v1/attendance-codes");
    }

    @Test
    void ofVeryManySuchCodesTheFirstAreNamed() {
        IntStream.range(0, 25).forEach(n -> findings.add(past("A", "2026-03-17", "Z" + n), null));

        assertThat(findings.refusal(0, true)).contains("Z0 at A (1 rows)").contains("and 15 more");
    }

    @Test
    void rowsThatAreNotSoundRefuseItUnlessTheyAreToBeLeftOut() {
        findings.add(past("A", "2026-03-17", "A"), ABSENT);

        assertThat(findings.refusal(3, false))
                .startsWith("3 rows are not sound")
                .contains("allowRejected=true");
        assertThat(findings.refusal(3, true)).isNull();
    }

    @Test
    void rowsOfDaysThatReportsDoNotKeepAreCounted() {
        findings.add(past("A", "2025-07-31", "A"), ABSENT);
        findings.add(past("A", "2025-08-01", "A"), ABSENT);
        findings.add(new PastMark(new SchoolId("A"), SchoolDay.parse("2024-10-15"), null), null);
        findings.add("A", LocalDate.of(2023, 9, 5), LocalDate.of(2025, 6, 26));
        findings.add("A", LocalDate.of(2023, 9, 5), LocalDate.of(2026, 6, 26));

        assertThat(findings.notKept()).isEqualTo(3);
        assertThat(findings.keptFrom()).isEqualTo(LocalDate.of(2025, 8, 1));
        assertThat(findings.refusal(0, false)).isNull();
    }

    private static PastMark past(String school, String day, String code) {
        return new PastMark(new SchoolId(school), SchoolDay.parse(day), new Marked("ana", "day", code, Instant.EPOCH));
    }
}
