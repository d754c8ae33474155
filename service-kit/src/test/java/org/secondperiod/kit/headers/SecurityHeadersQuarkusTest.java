package org.secondperiod.kit.headers;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;

/** What every answer tells a browser, whatever came of the request. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SecurityHeadersQuarkusTest {

    @Test
    void dataIsNeverAPageNorKept() {
        for (String path : new String[] {"/v1/counter", "/v1/is-not-there"}) {
            hasWhatAllHave(given().post(path).then().statusCode(401))
                    .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                    .header("Cache-Control", equalTo("no-store"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1;x=1/counter",
                "/v1/counter;x=1",
                "/%76%31/counter",
                "//v1//counter",
                "/is-not-there",
                "/q/health/live",
                "/q/metrics",
                "/q/openapi"
            })
    void howeverItIsAskedForNothingElseIsAPageNorKept(String path) {
        hasWhatAllHave(given().urlEncodingEnabled(false).get(path).then())
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void theDocumentsPageLoadsItselfAndNothingElse() {
        hasWhatAllHave(given().get("/q/docs/").then().statusCode(200))
                .header("Content-Security-Policy", startsWith("default-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        hasWhatAllHave(given().get("/q/health/live").then().statusCode(200));
    }

    private static ValidatableResponse hasWhatAllHave(ValidatableResponse answer) {
        return answer.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Strict-Transport-Security", startsWith("max-age="));
    }
}
