package org.secondperiod.kit.requests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class IdempotentRequestsQuarkusTest {

    private static final String BODY = "{\"schoolId\":\"S1\",\"amount\":3}";

    @Test
    void theSameKeyAndRequestTakesEffectOnce() {
        var key = UUID.randomUUID().toString();

        var first = post(key, BODY).statusCode(200).extract().path("total");
        var second = post(key, BODY).statusCode(200).extract().path("total");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoGetsAnAnswerAgainIsAuditedWithTheSameStudents() {
        var key = UUID.randomUUID().toString();
        var student = "student-" + UUID.randomUUID();

        var first = countStudent(key, student).statusCode(200).extract().path("total");
        var second = countStudent(key, student).statusCode(200).extract().path("total");

        assertThat(second).isEqualTo(first);
        assertThat(audited(student)).containsExactly("countStudent DONE", "countStudent DONE");
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        var key = UUID.randomUUID().toString();
        post(key, BODY).statusCode(200);

        post(key, "{\"schoolId\":\"S1\",\"amount\":4}")
                .statusCode(422)
                .body("type", equalTo("https://secondperiod.org/problems/idempotency-key-reused"));
    }

    @Test
    void withoutTokenThereIsNothing() {
        given().contentType("application/json")
                .body(BODY)
                .post("/v1/counter")
                .then()
                .statusCode(401);
    }

    @Test
    void anotherSchoolIsRefused() {
        post(null, "{\"schoolId\":\"S2\",\"amount\":1}")
                .statusCode(403)
                .body("type", equalTo("https://secondperiod.org/problems/other-school"));
    }

    @Test
    void aMissingRoleIsNamed() {
        given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.person("rivera", "caller", "S1"))
                .body(BODY)
                .post("/v1/counter")
                .then()
                .statusCode(403)
                .body("detail", containsString("roster:write"));
    }

    @Test
    void aMisspeltFieldIsNamed() {
        post(null, "{\"schoolId\":\"S1\",\"amount\":1,\"amuont\":1}")
                .statusCode(422)
                .body("violations[0].field", equalTo("amuont"))
                .body("violations[0].message", containsString("amount"));
    }

    @Test
    void aMissingFieldIsNamed() {
        post(null, "{\"schoolId\":\"S1\"}")
                .statusCode(422)
                .body("violations[0].field", equalTo("amount"))
                .body("violations[0].message", equalTo("must be given"));
    }

    @Test
    void aWrongTypeSaysWhatWasExpected() {
        post(null, "{\"schoolId\":\"S1\",\"amount\":\"many\"}")
                .statusCode(422)
                .body("violations[0].field", equalTo("amount"))
                .body("violations[0].message", equalTo("must be a whole number"));
    }

    @Test
    void brokenJsonSaysWhere() {
        post(null, "{\"schoolId\":\"S1\",").statusCode(400).body("detail", containsString("line 1"));
    }

    private static ValidatableResponse countStudent(String key, String student) {
        return given().auth()
                .oauth2(TestTokens.system("sync", "roster:write", "S1"))
                .header("Idempotency-Key", key)
                .post("/v1/counter/{student}", student)
                .then();
    }

    private static List<String> audited(String student) {
        return TestDatabase.asOwner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT operation || ' ' || outcome FROM audit WHERE :student = ANY (students) ORDER BY at")
                        .bind("student", student)
                        .mapTo(String.class)
                        .list());
    }

    private static ValidatableResponse post(String key, String body) {
        var request = given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.system("sync", "roster:write", "S1"))
                .body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/v1/counter").then();
    }
}
