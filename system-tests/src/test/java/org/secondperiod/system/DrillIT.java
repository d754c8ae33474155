package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondperiod.local.drills.Drills;

/** Each drill, as an operator starts it, comes to its end and proves what it is there to prove. */
class DrillIT {

    @ParameterizedTest
    @EnumSource(Drills.class)
    void itProvesWhatItIsThereToProve(Drills drill) {
        try (var stack = new OwnStack("drill-" + drill.label())) {
            var rehearsed = stack.sp().run(Duration.ofMinutes(15), "drill", drill.label());

            assertThat(rehearsed.exitCode()).as(rehearsed.output()).isZero();
            assertThat(rehearsed.output())
                    .contains("Drill " + drill.label() + ": ", " proofs hold.")
                    .doesNotContain("FAILED");
        }
    }
}
