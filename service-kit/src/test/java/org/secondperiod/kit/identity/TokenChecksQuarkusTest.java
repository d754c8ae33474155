package org.secondperiod.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** Which tokens are taken: all of these are signed with the provider's key, so that one thing alone tells them apart. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class TokenChecksQuarkusTest {

    private static final Map<String, String> AS_IT_IS = Map.of();

    static Stream<Arguments> good() {
        return Stream.of(
                claims("as it is", token -> token),
                claims("one audience of several", token -> token.audience(Set.of("account", "second-period"))),
                claims(
                        "a clock that is behind by 20 s",
                        token -> validFrom(token, Instant.now().plusSeconds(20))),
                claims(
                        "a clock that is ahead by 20 s",
                        token -> endedAt(token, Instant.now().minusSeconds(20))),
                claims("Keycloak's word for access tokens", token -> token.claim("typ", "Bearer")),
                header("at+jwt"),
                header("application/AT+JWT"),
                header("JWT"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                claims("another audience", token -> token.audience("account")),
                claims("no audience", token -> token.remove("aud")),
                claims("an audience that only begins like it", token -> token.audience("second-period-desk")),
                claims("another issuer", token -> token.issuer("https://issuer.test/realms/other")),
                claims("no issuer", token -> token.remove("iss")),
                claims("no subject", token -> token.remove("sub")),
                claims(
                        "ended a minute ago",
                        token -> endedAt(token, Instant.now().minusSeconds(60))),
                claims(
                        "begins in a minute",
                        token -> validFrom(token, Instant.now().plusSeconds(90))),
                claims("Keycloak's ID token", token -> token.claim("typ", "ID")),
                claims("Keycloak's logout token", token -> token.claim("typ", "Logout")),
                claims("an ID token's hash of the access token", token -> token.claim("at_hash", "dGVzdA")),
                claims("an ID token's hash of the code", token -> token.claim("c_hash", "dGVzdA")),
                claims("a security event", token -> token.claim("events", Map.of("urn:logout", Map.of()))),
                claims("bound to a key", token -> token.claim("cnf", Map.of("jkt", "dGVzdA"))),
                header("logout+jwt"),
                header("dpop+jwt"),
                header("secevent+jwt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void isTaken(String what, UnaryOperator<JwtClaimsBuilder> claims, Map<String, String> headers) {
        count(TestTokens.odd(claims, headers)).statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void isRefused(String what, UnaryOperator<JwtClaimsBuilder> claims, Map<String, String> headers) {
        count(TestTokens.odd(claims, headers))
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("type", equalTo("https://secondperiod.org/problems/not-signed-in"))
                .body("detail", containsString("Get a new one"));
    }

    @Test
    void aSecretThatEverybodyHasSignsNothing() {
        count(TestTokens.signedWithThePublicKeyAsSecret()).statusCode(401);
    }

    private static ValidatableResponse count(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"schoolId\":\"S1\",\"amount\":1}")
                .post("/v1/counter")
                .then();
    }

    private static Arguments claims(String what, UnaryOperator<JwtClaimsBuilder> claims) {
        return Arguments.of(what, claims, AS_IT_IS);
    }

    private static Arguments header(String type) {
        return Arguments.of(
                "the header's type " + type, UnaryOperator.<JwtClaimsBuilder>identity(), Map.of("typ", type));
    }

    private static JwtClaimsBuilder endedAt(JwtClaimsBuilder token, Instant end) {
        return token.issuedAt(end.minus(Duration.ofMinutes(5))).expiresAt(end);
    }

    private static JwtClaimsBuilder validFrom(JwtClaimsBuilder token, Instant begin) {
        return token.issuedAt(begin).claim("nbf", begin.getEpochSecond()).expiresAt(begin.plus(Duration.ofMinutes(5)));
    }
}
