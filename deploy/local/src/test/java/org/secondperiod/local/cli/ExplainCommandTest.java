package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Test
    void who_asks_for_a_day_that_was_not_played_hears_which_were() {
        assertThat(ExplainCommand.otherDays(FRIDAY.plusDays(1), List.of(FRIDAY, MONDAY)))
                .contains("2026-11-28 has not been played here. Played: 2026-11-27, 2026-11-30.");
    }

    @Test
    void nothing_is_said_of_a_played_day_nor_where_nothing_was_played() {
        assertThat(ExplainCommand.otherDays(FRIDAY, List.of(FRIDAY, MONDAY))).isEmpty();
        assertThat(ExplainCommand.otherDays(FRIDAY, List.of())).isEmpty();
    }

    @Test
    void what_has_no_digit_is_a_name_and_stands_in_no_address() {
        assertThat(ExplainCommand.mayBeAnId("904272681")).isTrue();
        assertThat(ExplainCommand.mayBeAnId("S-204417")).isTrue();
        assertThat(ExplainCommand.mayBeAnId("Amara Washington")).isFalse();
        assertThat(ExplainCommand.mayBeAnId("peña")).isFalse();
    }
}
