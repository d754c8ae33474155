package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The real Wednesday of 12 September 2018 at the two schools where the practice was born: as many students enrolled, absent,
 * present and released as the city reported (NYC Open Data, data set x3bb-kg5j).
 */
class RealDayTest {

    @Test
    void theSystemSaysWhatTheCitySaid() {
        try (var stack = new OwnStack("real-day")) {
            var file = Path.of("src/test/resources/nyc-2018-09-12.csv").toAbsolutePath();

            var simulated = stack.sp()
                    .run(
                            Duration.ofMinutes(8),
                            "simulate",
                            "--day",
                            "2018-09-12",
                            "--schools",
                            "07X427,11X265",
                            file.toString());

            assertThat(simulated.exitCode()).as(simulated.output()).isZero();
            assertThat(simulated.output()).contains("07X427").contains("11X265");
        }
    }
}
