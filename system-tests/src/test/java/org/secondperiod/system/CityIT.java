package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole city: 1,606 schools and nearly a million students, on one simulated clock: the day as the city reported it, and a mixed one. */
class CityIT {

    private static final Path FILE = Path.of("src/test/resources/nyc-2018-09-12.csv");

    @Test
    void theSystemSaysWhatTheCitySaidAndOfAMixedDayWhatTheOracleSays() {
        try (var stack = new OwnStack("mixed-city")) {
            var seed = Long.toString(Long.getLong("secondperiod.seed", 2018));

            var played = stack.sp()
                    .run(
                            Duration.ofHours(2),
                            "simulate",
                            "--day",
                            "2018-09-12",
                            "--mixed",
                            seed,
                            FILE.toAbsolutePath().toString());

            assertThat(played.exitCode()).as(played.output()).isZero();
            assertThat(played.output())
                    .contains(
                            "1,606 of 1,606 schools are equal in every figure",
                            "952,417 of 952,417 students are as the oracle says");
        }
    }
}
