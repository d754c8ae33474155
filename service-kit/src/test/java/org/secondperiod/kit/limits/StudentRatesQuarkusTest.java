package org.secondperiod.kit.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;

/** What a person gets who looks at one student after the other. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(StudentRatesQuarkusTest.Three.class)
class StudentRatesQuarkusTest {

    private final Jdbi database = TestDatabase.asOwner();

    public static final class Three implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("secondperiod.limits.person.students-an-hour", "3");
        }
    }

    @Test
    void afterSoManyOthersAreRefusedAndTheSameAreShown() {
        String curious = TestTokens.person("curious", "caller", "A");
        for (int i = 1; i <= 3; i++) {
            read(curious, "curious-" + i).statusCode(200);
        }

        read(curious, "curious-4")
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", endsWith("too-many-students"))
                .body("detail", containsString("more than 3 different students"));
        // None of them is forgotten within the hour
        assertThat(Integer.parseInt(read(curious, "curious-4").extract().header("Retry-After")))
                .isBetween(3_590, 4_200);
        read(curious, "curious-2").statusCode(200);
        read(TestTokens.person("other", "caller", "A"), "curious-4").statusCode(200);
    }

    @Test
    void whatWouldHaveBeenChangedIsNotAndTheRefusalIsInTheAudit() {
        String busy = TestTokens.person("busy", "caller", "A");
        for (int i = 1; i <= 3; i++) {
            read(busy, "busy-" + i).statusCode(200);
        }

        given().auth().oauth2(busy).put("/v1/files/A/busy-4").then().statusCode(429);

        assertThat(number("SELECT count(*) FROM seen WHERE event_id = 'busy-4'"))
                .isZero();
        List<String> outcomes = database.withHandle(handle -> handle.createQuery(
                        "SELECT outcome FROM audit WHERE subject = 'busy' AND 'busy-4' = ANY (students)")
                .mapTo(String.class)
                .list());
        assertThat(outcomes).containsExactly("REFUSED");
    }

    private int number(String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private static ValidatableResponse read(String token, String student) {
        return given().auth().oauth2(token).get("/v1/files/A/" + student).then();
    }
}
