package org.secondperiod.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** A provider that cannot be told how to call its claims: as Microsoft Entra ID writes the token of an application. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(OtherClaimsQuarkusTest.AsEntra.class)
class OtherClaimsQuarkusTest {

    public static final class AsEntra implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "secondperiod.sign-in.subject-claim", "oid",
                    "secondperiod.sign-in.scopes-claim", "roles",
                    "secondperiod.sign-in.schools-prefix", "school:");
        }
    }

    @Test
    void scopesAndSchoolsAreReadWhereTheyAre() {
        count(token -> entra(token, "roster:write", "school:S1")).statusCode(200);
        count(token -> entra(token, "roster:write", "school:*")).statusCode(200);
    }

    @Test
    void anotherSchoolAndNoSchoolAreRefused() {
        count(token -> entra(token, "roster:write", "school:S2"))
                .statusCode(403)
                .body("type", containsString("other-school"));
        count(token -> entra(token, "roster:write")).statusCode(403);
    }

    @Test
    void whatTheClaimIsUsuallyCalledCountsForNothing() {
        count(token -> entra(token, "school:S1").claim("scope", "roster:write"))
                .statusCode(403)
                .body("type", containsString("not-allowed"));
    }

    @Test
    void whoIsNotNamedByTheClaimIsNotSignedIn() {
        count(token -> entra(token, "roster:write", "school:S1").remove("oid")).statusCode(401);
    }

    private static JwtClaimsBuilder entra(JwtClaimsBuilder token, String... roles) {
        return token.remove("scope").remove("schools").claim("oid", "8f14e45f").claim("roles", List.of(roles));
    }

    private static ValidatableResponse count(UnaryOperator<JwtClaimsBuilder> claims) {
        return given().auth()
                .oauth2(TestTokens.odd(claims, Map.of()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"schoolId\":\"S1\",\"amount\":1}")
                .post("/v1/counter")
                .then();
    }
}
