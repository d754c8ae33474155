package org.secondperiod.kit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.secondperiod.kit.grants.Granted;
import org.secondperiod.kit.grants.GrantsConsumer;

/**
 * Lets a test of a service begin when the service has read grants: until then it answers everybody who holds nothing with 503 and
 * not with 403, as it must.
 */
public final class GrantsAreRead implements QuarkusTestBeforeEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        CDI<Object> beans = CDI.current();
        if (beans.select(GrantsConsumer.class).isUnsatisfied()) {
            return;
        }
        Awaitility.await("grants are read")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(beans.select(Granted.class).get()::areBeingRead);
    }
}
