package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolYearTest {

    private static final MonthDay JULY = MonthDay.of(7, 31);

    @Test
    void itBeginsTheDayAfterTheLastOneEnded() {
        SchoolYear year = SchoolYear.of(LocalDate.of(2027, 1, 15), JULY);

        assertThat(year).isEqualTo(SchoolYear.of(LocalDate.of(2026, 8, 1), JULY));
        assertThat(year.first()).isEqualTo("2026-08-01");
        assertThat(year.last()).isEqualTo("2027-07-31");
        assertThat(year.name()).isEqualTo("2026-27");
        assertThat(SchoolYear.beginning(2026, JULY)).isEqualTo(year);
    }

    @Test
    void itMayBeACalendarYear() {
        MonthDay december = MonthDay.of(12, 31);
        SchoolYear year = SchoolYear.of(LocalDate.of(2026, 5, 1), december);

        assertThat(year.first()).isEqualTo("2026-01-01");
        assertThat(year.name()).isEqualTo("2026");
        assertThat(SchoolYear.beginning(2026, december)).isEqualTo(year);
    }

    @Test
    void aLeapDayIsADateOfItsOwn() {
        SchoolYear year = SchoolYear.of(LocalDate.of(2028, 2, 29), JULY);

        assertThat(year.dates()).isEqualTo(366);
        assertThat(year.date(year.index(LocalDate.of(2028, 2, 29)))).isEqualTo("2028-02-29");
        assertThat(year.index(LocalDate.of(2028, 3, 1)) - year.index(LocalDate.of(2028, 2, 28)))
                .isEqualTo(2);
    }

    @Test
    void daysAreMissingOnlyBetweenDaysThatCount() {
        SchoolDays days = new SchoolDays("888.888", "..S.S.", 6);

        assertThat(days.missing()).isEqualTo(List.of());
        assertThat(new SchoolDays("8888888", ".S..S..", 6).missing()).containsExactly(2, 3);
        assertThat(SchoolDays.NONE.missing()).isEmpty();
    }
}
