package org.secondperiod.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepTest {

    private static final MonthDay END = MonthDay.of(7, 31);

    @ParameterizedTest
    @CsvSource({
        // today, what is kept, from which day on
        "2026-10-14, 30, 2026-09-14",
        "2026-10-14, 2, 2026-10-12",
        // A record of the school year 2026-27 is kept until 31 July 2028
        "2028-07-31, following-school-year, 2026-08-01",
        "2028-08-01, following-school-year, 2027-08-01",
        "2026-10-14, following-school-year, 2025-08-01",
        "2026-07-31, following-school-year, 2024-08-01"
    })
    void whatIsOfAnEarlierDayIsPurged(LocalDate today, String keep, LocalDate firstKept) {
        assertThat(Keep.of(keep, END).firstKept(today)).isEqualTo(firstKept);
        assertThat(Keep.of(keep, END)).hasToString(keep);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-30", "P30D", "for-ever", ""})
    void whatIsNoPeriodIsRefused(String text) {
        assertThatThrownBy(() -> Keep.of(text, END)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSchoolYearMayEndOnTheLastOfFebruary() {
        assertThat(Keep.of("following-school-year", MonthDay.of(2, 29)).firstKept(LocalDate.of(2026, 10, 14)))
                .isEqualTo(LocalDate.of(2025, 3, 1));
    }
}
