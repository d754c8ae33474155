package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole city: 1,606 schools and nearly a million students, on one simulated clock. */
class CityIT {

    @Test
    void everyStudentOfAMixedDayIsAsTheOracleSays() {
        try (var stack = new OwnStack("mixed-city")) {
            var city = new MixedCity(stack, Set.of());

            city.play(Long.getLong("secondperiod.seed", 2018));

            var result = city.compare();
            assertThat(result.differences()).isEmpty();
            assertThat(result.students()).isEqualTo(city.students());
        }
    }
}
