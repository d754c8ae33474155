package org.secondperiod.kit.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** Who is not signed in hears it in one way, whatever is wrong with the token. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SignInQuarkusTest {

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "expired", "forged", "altered", "unsigned"})
    void aTokenThatCannotBeUsedIsA401(String kind) {
        given().header("Authorization", "Bearer " + token(kind))
                .contentType("application/json")
                .body("{}")
                .post("/v1/counter")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("type", equalTo("https://secondperiod.org/problems/not-signed-in"))
                .body("detail", containsString("Get a new one"))
                .body("instance", equalTo("/kit/v1/counter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/counter", "/v1/replay", "/v1/what-is-not-there"})
    void noTokenIsA401EverywhereUnderV1(String path) {
        given().contentType("application/json")
                .body("x".repeat(200_000))
                .post(path)
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("https://secondperiod.org/problems/not-signed-in"))
                .body("detail", containsString("bearer token"))
                .body("instance", equalTo("/kit" + path));
    }

    @Test
    void anotherSchemeIsNoToken() {
        given().header("Authorization", "Basic Z3Vlc3Q6Z3Vlc3Q=")
                .get("/v1/dead-letters")
                .then()
                .statusCode(401)
                .body("type", equalTo("https://secondperiod.org/problems/not-signed-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "expired"})
    void thereIsOneChallenge(String kind) {
        RequestSpecification request =
                kind.isEmpty() ? given() : given().header("Authorization", "Bearer " + token(kind));

        assertThat(request.get("/v1/dead-letters").getHeaders().getValues("WWW-Authenticate"))
                .hasSize(1);
    }

    @Test
    void whoLacksARoleHearsWhatTheTokenHas() {
        given().auth()
                .oauth2(TestTokens.system("sync", "roster:write", "S1"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403)
                .body("detail", equalTo("This needs admin, and the token has only roster:write."));
    }

    private static String token(String kind) {
        return switch (kind) {
            case "expired" -> TestTokens.expired("sync");
            case "forged" -> TestTokens.forged("sync");
            case "altered" -> altered(TestTokens.system("sync", "roster:write", "S1"));
            case "unsigned" -> unsigned();
            default -> kind;
        };
    }

    private static String altered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encoded(claims.replace("roster:write", "marks:write")) + "." + parts[2];
    }

    private static String unsigned() {
        return encoded("{\"alg\":\"none\"}") + "." + encoded("{\"sub\":\"sync\",\"aud\":\"second-period\"}") + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
