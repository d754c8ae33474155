package org.secondperiod.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.fuzz.Fuzz;
import org.secondperiod.kit.testing.fuzz.Known;

/** Random requests of those who belong to one school. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FuzzQuarkusTest {

    @Test
    void everyAnswerIsOneOfTheDocuments() throws Exception {
        var statuses =
                Fuzz.send("reporting-service", "FUZZ-OWN", Known.here().of("studentId", "ana", "ben"), "Zq9secret");

        assertThat(statuses).containsKeys(200, 401, 403);
    }
}
