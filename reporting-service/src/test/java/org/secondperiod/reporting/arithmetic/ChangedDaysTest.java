package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to be looked at again when a student's days are no longer what they were. */
class ChangedDaysTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing has changed, PAP, PAP, {}, {}",
        "an absence is corrected, PA..P, PP..P, {1}, {0}",
        "the day after a weekend, P..A, P..L, {3}, '{0, 1, 2}'",
        "another day has come to count, P.P, PPP, {}, {0}",
        "a day does not count any more, PAP, P.P, {1}, {0}",
        "the first days, '', PA, {1}, {0}",
        "half a day instead of a whole one, A, H, {0}, {}",
        "late instead of present, P.P, P.L, {}, '{0, 1}'",
        "what came before both is left alone, PPPA, PPPP, {3}, {2}"
    })
    void isWhatHangsOnThem(String name, String was, String is, String absences, String before) {
        ChangedDays changed = new ChangedDays(was, is);

        assertThat(changed.absences()).as(name).hasToString(absences);
        assertThat(changed.beforeThem()).as(name).hasToString(before);
    }
}
