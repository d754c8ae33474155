package org.secondperiod.reporting;

import static io.restassured.RestAssured.given;
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
    void nobodyGetsInWithoutATokenOrWithoutTheRole() {
        given().get("/v1/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.person("dana", "district-analyst", "*"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.person("ada", "admin", "*"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(200);
    }
}
