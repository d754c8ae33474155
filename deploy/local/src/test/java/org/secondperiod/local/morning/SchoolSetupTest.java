package org.secondperiod.local.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo works on any date. */
class SchoolSetupTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-09-01",
        "2026-11-30, 2026-09-01",
        "2027-06-30, 2026-09-01",
        "2027-07-01, 2026-09-01",
        "2027-08-31, 2026-09-01",
        "2028-02-29, 2027-09-01"
    })
    void every_weekday_of_the_year_is_a_day_of_school(LocalDate day, LocalDate first) {
        assertThat(SchoolSetup.schoolDays(day)).startsWith(first).contains(day).isSorted();
    }
}
