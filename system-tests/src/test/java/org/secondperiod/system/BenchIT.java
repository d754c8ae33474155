package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measurements work, from an empty stack to a report; how fast anything is, is not a matter of tests. */
class BenchIT {

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "join", "morning", "access", "desk", "reports", "sizing"})
    void aQuickRunComesToItsReport(String measurement) {
        try (var stack = new OwnStack("bench-" + measurement)) {
            var measured = stack.sp().bench(Duration.ofMinutes(10), measurement, "--quick", "--json");

            assertThat(measured.exitCode()).as(measured.output()).isZero();
            assertThat(measured.output()).contains("\"results\" : [");
        }
    }
}
