package org.secondperiod.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ServiceQuarkusTest {

    @Test
    void itIsReadyWithItsDatabase() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        given().get("/v1/attendance").then().statusCode(401);
    }

    @Test
    void itReadsWhatItReportsOfAndGrantsAndOrders() {
        String admin = TestTokens.person("ada", "admin", "*");

        given().auth()
                .oauth2(admin)
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body(
                        "consumer",
                        containsInAnyOrder(
                                "reporting",
                                "reporting-outreach",
                                "reporting-service-grants",
                                "reporting-service-orders"));
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body("{\"topic\":\"building.scans.v1\"}")
                .post("/v1/replay")
                .then()
                .statusCode(422);
    }
}
