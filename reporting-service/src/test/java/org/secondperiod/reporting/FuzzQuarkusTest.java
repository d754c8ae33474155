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
        var known = Known.here()
                .of("studentId", "ana", "ben")
                .of("schoolId", "FUZZ-OWN", "FUZZ-OTHER")
                .of("topic", "attendance.marks.v1", "access.grants.v1");

        var statuses = Fuzz.send("reporting-service", "FUZZ-OWN", known, "Zq9secret");

        assertThat(statuses).containsKeys(200, 401, 403);
    }
}
