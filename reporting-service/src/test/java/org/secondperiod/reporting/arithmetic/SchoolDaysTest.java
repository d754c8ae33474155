package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of school that nobody has submitted. */
class SchoolDaysTest {

    @ParameterizedTest(name = "{0}: {6}")
    @CsvSource({
        "today is not over, III, ..., 2, 0, 2, 2",
        "all are over, III, ..., 3, 0, 2, 3",
        "a day without school, I.I, ..., 3, 0, 2, 2",
        "one was submitted, III, .S, 3, 0, 2, 2",
        "only from then on, IIII, ..., 4, 2, 3, 2",
        "only until then, IIII, ..., 4, 0, 1, 2",
        "before the year, III, ..., 3, -5, 0, 1",
        "nothing is known, '', '', -1, 0, 300, 0"
    })
    void areThoseThatAreOver(
            String name, String calendar, String submitted, int today, int from, int to, long notSubmitted) {
        assertThat(new SchoolDays(calendar, submitted, today).notSubmitted(from, to))
                .as(name)
                .isEqualTo(notSubmitted);
    }
}
