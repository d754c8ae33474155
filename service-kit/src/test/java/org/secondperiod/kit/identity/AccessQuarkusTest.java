package org.secondperiod.kit.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;

/** The token says who it is, grants say what they may. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessQuarkusTest {

    private static ValidatableResponse ask(String token, String role, String school) {
        return given().auth()
                .oauth2(token)
                .get("/v1/who/{role}/{school}", role, school)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "caller, A, 200",
        "attendance-lead, B, 200",
        "attendance-lead, A, 403",
        "caller, B, 403",
        "caller, C, 403",
        "admin, A, 403"
    })
    void whoCallsAtOneSchoolAndLeadsAtAnotherLeadsAtTheOtherOnly(String role, String school, int status) {
        String token = TestGrants.of("rivera")
                .as("caller", "A")
                .as("attendance-lead", "B")
                .hold();

        ask(token, role, school).statusCode(status);
    }

    @Test
    void aRoleForTheWholeDistrictIsOneAtEachSchoolAndOnlyThenEverywhere() {
        String district = TestGrants.of("ada").as("admin", "*").hold();
        String oneSchool = TestGrants.of("bo").as("admin", "A").hold();

        ask(district, "admin", "A").statusCode(200);
        given().auth().oauth2(district).get("/v1/who/admin").then().statusCode(200);
        given().auth()
                .oauth2(oneSchool)
                .get("/v1/who/admin")
                .then()
                .statusCode(403)
                .body("detail", containsString("every school"));
    }

    @Test
    void aGrantThatHasEndedGivesNothingFromTheNextRequestOn() {
        String token = TestGrants.of("cy")
                .until(Instant.now().plusSeconds(2), "caller", "A")
                .hold();
        ask(token, "caller", "A").statusCode(200);

        await().until(() -> given().auth().oauth2(token).get("/v1/who/caller/A").statusCode() == 403);

        ask(token, "caller", "A").body("detail", containsString("no grant of yours is in force"));
    }

    @Test
    void whatATokenSaysOfRolesSchoolsAndScopesOfAPersonCountsForNothing() {
        TestGrants.of("eve").hold();
        String token = TestTokens.withClaims(
                "eve",
                Map.of(
                        "groups", List.of("admin"),
                        "schools", List.of("*"),
                        "scope", "openid profile"));
        String signedIn = TestTokens.withClaims(
                "eve", Map.of("schools", List.of("*"), "scope", "openid marks:write", "sid", "a-session"));

        ask(token, "admin", "A").statusCode(403);
        ask(signedIn, "marks:write", "A").statusCode(403);
    }

    @Test
    void aSystemGetsNoRoleFromItsScopesAndNoneFromGrants() {
        TestGrants.of("sync").as("admin", "*").hold();

        ask(TestTokens.system("sync", "marks:write admin", "*"), "admin", "A")
                .statusCode(403)
                .body("detail", equalTo("This needs admin, and the token has only admin, marks:write."));
        ask(TestTokens.system("sync", "marks:write", "A"), "marks:write", "A").statusCode(200);
        ask(TestTokens.system("sync", "marks:write", "A"), "marks:write", "B").statusCode(403);
    }

    @Test
    void theFirstAdministratorNeedsNoGrantAndLosesNothingByOne() {
        String token = TestGrants.of(StackTestResource.FIRST_ADMIN)
                .until(Instant.now().minusSeconds(1), "admin", "*")
                .hold();

        ask(token, "admin", "A").statusCode(200);
        given().auth().oauth2(token).get("/v1/who/admin").then().statusCode(200);
    }

    @Test
    void whoLacksARoleHearsWhatTheirGrantsGive() {
        ask(TestTokens.person("dee", "caller", "A"), "principal", "A")
                .statusCode(403)
                .body("detail", equalTo("This needs principal, and your grants give only caller."));
    }
}
