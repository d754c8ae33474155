package org.secondperiod.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WelcomeQuarkusTest {

    @TestHTTPResource("/")
    URI desk;

    @Test
    void thePageSaysWhatThisIsAndLinksTheFourApis() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("district <strong>demo</strong>"))
                .body(containsString("http://localhost:" + (desk.getPort() + 1) + "/ingest/q/openapi"))
                .body(containsString("http://localhost:" + (desk.getPort() + 2) + "/entry/q/openapi"))
                .body(containsString("http://localhost:" + (desk.getPort() + 3) + "/outreach/q/openapi"))
                .body(containsString("http://localhost:" + (desk.getPort() + 4) + "/reports/q/openapi"));
    }

    @Test
    void itIsReadyWithoutADatabase() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void itsApiAsksForAToken() {
        given().get("/v1/anything").then().statusCode(401);
    }

    @Test
    void whatReadsNoTopicHasNoDeadLetters() {
        given().auth()
                .oauth2(TestTokens.anybody("ada"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(404);
    }
}
