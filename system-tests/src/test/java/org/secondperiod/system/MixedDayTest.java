package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.oracle.StackCheck;

/** Two schools' real day with marks in error, late uploads, corrections in any order and repeats mixed in. */
class MixedDayTest {

    @Test
    void everyStudentIsAsTheOracleSaysAndAPlantedFaultIsFound() throws SQLException {
        try (var stack = new OwnStack("mixed-day")) {
            var city = new MixedCity(stack, Set.of("07X427", "11X265"));

            city.play(7);

            var result = city.compare();
            assertThat(result.differences()).isEmpty();
            assertThat(result.students()).isEqualTo(city.students());

            // And the comparison is one that can fail
            var student = city.plantAFault();
            assertThat(city.compare().differences())
                    .extracting(StackCheck.Difference::studentId)
                    .containsExactly(student);
        }
    }
}
