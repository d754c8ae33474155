package org.secondperiod.outreach.mandatedreports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever suspects abuse is told. */
class GuidanceTest {

    private final Guidance guidance =
            new Guidance("1-800-1", "1-800-2", "911", "LDSS-2221A", Duration.ofHours(48), "Ms. Diaz", List.of(), false);

    @Test
    void theUsualStepsNameTheNumberWhoIsToldAndTheForm() {
        List<String> steps = guidance.withSteps(Guidance.USUAL_STEPS).steps();

        assertThat(steps)
                .hasSameSizeAs(Guidance.USUAL_STEPS)
                .noneMatch(step -> step.contains("{") || step.contains("}"))
                .anyMatch(step -> step.contains("1-800-1") && step.contains("1-800-2"))
                .anyMatch(step -> step.contains("Ms. Diaz"))
                .contains("Send form LDSS-2221A within 48 hours of the call.");
        assertThat(steps.getFirst()).contains("911");
    }

    @Test
    void aDistrictSaysItInItsOwnWords() {
        assertThat(guidance.withSteps(List.of("Ring {hotline}, then {inCharge}."))
                        .steps())
                .containsExactly("Ring 1-800-1, then Ms. Diaz.");
    }
}
