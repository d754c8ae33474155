package org.secondperiod.local.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

/** Which school years, and which dates of them, {@code ./sp reports rebuild --check} looks at. */
class CheckedYearTest {

    private static final MonthDay ENDS = MonthDay.of(7, 31);

    @Test
    void thisYearAndTheOneBeforeItAreKept() {
        assertThat(CheckedYear.kept(LocalDate.of(2027, 7, 31), ENDS))
                .extracting(CheckedYear::name)
                .containsExactly("2025-26", "2026-27");
        assertThat(CheckedYear.kept(LocalDate.of(2027, 8, 1), ENDS))
                .extracting(CheckedYear::name)
                .containsExactly("2026-27", "2027-28");
    }

    @Test
    void aYearThatIsOverIsAskedToItsEndAndThisOneUntilToday() {
        LocalDate today = LocalDate.of(2027, 9, 15);

        assertThat(CheckedYear.kept(today, ENDS).getFirst().dates(today))
                .hasSize(12)
                .startsWith(LocalDate.of(2026, 8, 31))
                .endsWith(LocalDate.of(2027, 6, 30), LocalDate.of(2027, 7, 31));
        assertThat(CheckedYear.kept(today, ENDS).getLast().dates(today))
                .containsExactly(LocalDate.of(2027, 8, 31), today);
        LocalDate first = LocalDate.of(2027, 8, 1);
        assertThat(CheckedYear.kept(first, ENDS).getLast().dates(first)).containsExactly(first);
    }

    @Test
    void everyMonthEndsOnItsLastDay() {
        LocalDate today = LocalDate.of(2028, 3, 5);

        assertThat(CheckedYear.kept(today, ENDS).getLast().dates(today))
                .contains(LocalDate.of(2027, 9, 30), LocalDate.of(2027, 12, 31), LocalDate.of(2028, 2, 29));
    }
}
