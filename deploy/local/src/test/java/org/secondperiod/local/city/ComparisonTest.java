package org.secondperiod.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final SchoolFigures CITY = new SchoolFigures("07X427", LocalDate.of(2018, 9, 12), 10, 4, 5, 1);

    @Test
    void absent_is_unaccounted_for_or_held_because_of_mass_absence() throws Exception {
        assertThat(compared("""
                {"enrolled":10,"states":{"UNACCOUNTED":1,"HELD":3,"NOT_ABSENT":5,"EXPLAINED":1},"held":{"MASS_ABSENCE":3}}""").equal()).isTrue();
    }

    @Test
    void any_other_hold_and_a_difference_of_one_show() throws Exception {
        assertThat(compared("""
                {"enrolled":10,"states":{"UNACCOUNTED":3,"HELD":1,"NOT_ABSENT":5,"EXPLAINED":1},"held":{"DOOR_FEED_SILENT":1}}""").equal()).isFalse();
        assertThat(compared("""
                {"enrolled":10,"states":{"UNACCOUNTED":3,"NOT_ABSENT":6,"EXPLAINED":1},"held":{}}""").equal()).isFalse();
    }

    @Test
    void it_is_not_complete_while_somebody_waits_or_nobody_is_known() throws Exception {
        assertThat(compared("{\"enrolled\":10,\"states\":{\"WAITING\":1}}").complete())
                .isFalse();
        assertThat(compared("{}").complete()).isFalse();
    }

    private static Comparison compared(String summary) throws Exception {
        return Comparison.of(CITY, new ObjectMapper().readTree(summary));
    }
}
