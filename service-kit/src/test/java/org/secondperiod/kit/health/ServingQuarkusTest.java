package org.secondperiod.kit.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;

/** Whoever routes requests asks at this address. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ServingQuarkusTest {

    @Test
    void aServiceThatHasAllItNeedsServes() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/q/health/group/serving")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("UP"))
                        .body("checks.size()", equalTo(1))
                        .body("checks[0].name", equalTo("serving")));
    }
}
