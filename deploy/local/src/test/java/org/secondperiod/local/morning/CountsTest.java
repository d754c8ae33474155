package org.secondperiod.local.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void a_student_stands_in_one_column_also_once_a_hold_has_ripened() {
        Counts counts = new Counts(
                100,
                Map.of("NOT_ABSENT", 70, "UNACCOUNTED", 12, "HELD", 15, "ARRIVED", 3),
                Map.of("DOOR_FEED_SILENT", 15),
                Map.of("OPEN", 20, "CLAIMED", 2, "ARRIVED", 3));

        assertThat(counts.line())
                .isEqualTo("waiting   0, present  70, hallway  0, to call 22, held  5, arrived  3, explained  0");
        assertThat(Arrays.stream(counts.line().replaceAll("[^0-9,]", "").split(","))
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(100);
    }
}
