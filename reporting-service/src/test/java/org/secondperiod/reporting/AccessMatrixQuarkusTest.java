package org.secondperiod.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.kit.testing.matrix.Sample.get;
import static org.secondperiod.kit.testing.matrix.Sample.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.matrix.AccessMatrix;

/** Who may do what here, as docs/access.md says. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessMatrixQuarkusTest {

    @Test
    void everybodyMayDoWhatThePageSaysAndNothingElse() throws Exception {
        var outcome = AccessMatrix.ask(
                "reporting-service",
                Map.of(
                        "GET /v1/audit", get("/v1/audit?outcome=REFUSED"),
                        "GET /v1/audit/students", get("/v1/audit/students?subject=somebody"),
                        "GET /v1/dead-letters", get("/v1/dead-letters"),
                        "POST /v1/dead-letters/replay", json("POST", "/v1/dead-letters/replay", ""),
                        "POST /v1/replay", json("POST", "/v1/replay", "{\"topic\":\"access.grants.v1\"}")));

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.endpoints()).isEqualTo(5);
        assertThat(outcome.cells()).isGreaterThan(100);
    }
}
