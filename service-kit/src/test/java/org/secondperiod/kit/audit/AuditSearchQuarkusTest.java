package org.secondperiod.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** Whose data did a credential or an address see between two times? */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AuditSearchQuarkusTest {

    private final String subject = "who-" + UUID.randomUUID();

    private void sees(String... students) {
        String token = TestTokens.person(subject, "caller", "A");
        for (String student : students) {
            given().auth().oauth2(token).get("/v1/files/A/" + student).then().statusCode(200);
        }
    }

    private static JsonPath ask(String path) {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<Object> allPages(String path, String field) {
        List<Object> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ask(path + "&subject=" + subject + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            all.addAll(page.getList("items." + field));
            cursor = page.getString("nextCursor");
        }
        return all;
    }

    @Test
    void everyRowIsFoundInItsOrderPageByPage() {
        sees("s3", "s1", "s2", "s1", "s5");

        assertThat(allPages("/v1/audit?limit=2", "students.flatten()")).containsExactly("s3", "s1", "s2", "s1", "s5");
    }

    @Test
    void studentsAreFoundOnceEachPageByPage() {
        sees("s3", "s1", "s2", "s1", "s5");

        assertThat(allPages("/v1/audit/students?limit=2", "studentId")).containsExactly("s1", "s2", "s3", "s5");
        assertThat(allPages("/v1/audit/students?limit=2", "times")).containsExactly(2, 1, 1, 1);
    }

    @Test
    void whatWasBeforeOrAfterIsNotShown() {
        sees("s1");
        String between = Instant.now().toString();
        sees("s2");

        assertThat(allPages("/v1/audit/students?from=" + between, "studentId")).containsExactly("s2");
        assertThat(allPages("/v1/audit/students?to=" + between, "studentId")).containsExactly("s1");
    }

    @Test
    void anAddressIsAskedForToo() {
        sees("s-by-address");

        JsonPath found = ask("/v1/audit?address=127.0.0.1&school=A&limit=1000&from="
                + Instant.now().minusSeconds(60));

        assertThat(found.getList("items.subject")).contains(subject);
        assertThat(ask("/v1/audit?address=192.0.2.1").getList("items")).isEmpty();
    }

    @Test
    void askingIsWrittenToo() {
        sees("s1");
        Instant from = Instant.now();

        ask("/v1/audit/students?subject=" + subject);

        assertThat(ask("/v1/audit?subject=" + StackTestResource.FIRST_ADMIN + "&from=" + from)
                        .getList("items.operation"))
                .contains("listAuditedStudents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audit", "/v1/audit?outcome=DONE", "/v1/audit/students?school=A"})
    void whoAsksForNobodyInParticularIsAskedWhoItIsAbout(String path) {
        given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get(path)
                .then()
                .statusCode(422)
                .body("detail", containsString("subject"));
    }

    @Test
    void onlyAnAdministratorOfTheWholeDistrictMayAsk() {
        given().auth()
                .oauth2(TestTokens.person(subject, "admin", "A"))
                .get("/v1/audit?outcome=REFUSED")
                .then()
                .statusCode(403)
                .body("type", equalTo("https://secondperiod.org/problems/other-school"));
    }
}
