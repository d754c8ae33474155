package org.secondperiod.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.matrix.MatrixSamples;

/** Who may do what here, as docs/access.md says. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessMatrixQuarkusTest {

    @Test
    void everybodyMayDoWhatThePageSaysAndNothingElse() throws Exception {
        new MatrixSamples().andOperation().ask("reporting-service", 100);
    }
}
