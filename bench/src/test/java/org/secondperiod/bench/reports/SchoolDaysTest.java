package org.secondperiod.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolDaysTest {

    @Test
    void aYearOf180DaysAndThoseAfterItEndsBeforeTheSchoolYear() {
        var days = SchoolDays.of(180, 4);

        assertThat(days.days())
                .hasSize(187)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(day -> !day.isAfter(SchoolDays.YEAR_LAST))
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .doesNotContain(LocalDate.of(2026, 11, 26), LocalDate.of(2027, 1, 1));
        assertThat(days.day(0)).isEqualTo(SchoolDays.FIRST);
        assertThat(days.lastOfHistory()).isEqualTo(days.day(179));
    }
}
