package org.secondperiod.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.OneSchool;

/** Random requests of those who belong to one school. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    private static final int REQUESTS = 300;

    @Test
    void everyAnswerIsOneOfTheDocuments() throws Exception {
        var outcome = Fuzz.send(
                REQUESTS,
                OneSchool.tokens("FUZZ-OWN"),
                List.of("access.grants.v1", "reporting-service-grants", "reporting"),
                "Zq9secret");

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.statuses()).containsKeys(401, 403);
    }
}
