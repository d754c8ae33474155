package org.secondperiod.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;
import org.secondperiod.kit.testing.hostile.HostileRequests;
import org.secondperiod.kit.testing.hostile.OwnApplication;

/** Whatever is sent to any operation: never our fault, always a problem that says why, and nothing of it in the log. */
@QuarkusTest
@TestProfile(OwnApplication.class)
@QuarkusTestResource(StackTestResource.class)
class HostileInputQuarkusIT {

    private static final int OPERATIONS_AT_LEAST = 30;

    @Test
    void noOperationFailsOnWhatIsSentToIt() throws IOException {
        long end = TestLog.end();

        var outcome = HostileRequests.sendAll();

        assertThat(outcome.operations()).isGreaterThanOrEqualTo(OPERATIONS_AT_LEAST);
        assertThat(outcome.faults()).isEmpty();
        assertThat(TestLog.since(end).lines()).noneMatch(line -> line.contains("Quixote"));
    }
}
