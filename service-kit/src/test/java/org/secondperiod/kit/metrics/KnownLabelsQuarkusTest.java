package org.secondperiod.kit.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** Metrics tell of operations, and not of what somebody has typed into an address. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class KnownLabelsQuarkusTest {

    private static final String TYPED = "Zibblethwaite";

    @Test
    void anAddressThatIsNoneIsInNoMetricAndOneThatIsStandsThereWithItsVariablesOpen() {
        String token = TestTokens.person("moreau", "admin", "*");

        given().get("/v1/students/" + TYPED + "/export").then().statusCode(401);
        given().auth()
                .oauth2(token)
                .get("/v1/students/" + TYPED + "/export")
                .then()
                .statusCode(200);
        given().auth().oauth2(token).get("/v1/" + TYPED).then().statusCode(404);
        given().auth().oauth2(token).get("/v1/retention?x=" + TYPED).then().statusCode(400);
        given().get("/" + TYPED).then().statusCode(404);
        given().get("/q/" + TYPED).then().statusCode(404);
        given().get("/q/docs/" + TYPED).then().statusCode(404);
        given().request(Method.PATCH, "/v1/retention").then().statusCode(401);
        given().request(TYPED.toUpperCase(java.util.Locale.ROOT), "/v1/retention");

        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("v1/students/{studentId}/export", "v1/retention")
                .doesNotContainIgnoringCase(TYPED);
    }
}
