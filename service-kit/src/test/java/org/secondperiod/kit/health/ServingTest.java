package org.secondperiod.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.json.Json;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** An update waits for a replica that cannot work; a fault of all replicas takes none of them away. */
class ServingTest {

    private static final class Readiness extends SmallRyeHealthReporter {

        private String status = "DOWN";

        @Override
        public Uni<SmallRyeHealth> getReadinessAsync() {
            return Uni.createFrom()
                    .item(new SmallRyeHealth(
                            Json.createObjectBuilder().add("status", status).build()));
        }
    }

    private final Readiness readiness = new Readiness();
    private final Serving serving = new Serving(readiness);

    private Status asked() {
        return serving.call().await().atMost(Duration.ofSeconds(1)).getStatus();
    }

    @Test
    void whoHasNeverBeenReadyDoesNotServe() {
        assertThat(asked()).isEqualTo(Status.DOWN);
        assertThat(asked()).isEqualTo(Status.DOWN);
    }

    @Test
    void whoHasBeenReadyOnceServesWhateverIsAwayLater() {
        readiness.status = "UP";
        assertThat(asked()).isEqualTo(Status.UP);

        readiness.status = "DOWN";

        assertThat(asked()).isEqualTo(Status.UP);
    }
}
