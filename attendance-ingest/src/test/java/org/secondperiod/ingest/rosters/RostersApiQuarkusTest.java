package org.secondperiod.ingest.rosters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RostersApiQuarkusTest {

    private static final byte[] ZIP =
            RosterZip.bulk("1.1").school("Q.S1").student("Q.A1", "Q.S1").bytes();

    @Test
    void an_upload_is_answered_with_where_to_look() {
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .contentType("application/zip")
                .body(ZIP)
                .when()
                .post("/v1/rosters")
                .then()
                .statusCode(202)
                .header("Location", org.hamcrest.Matchers.containsString("/ingest/v1/imports/"));
    }

    @ParameterizedTest
    @CsvSource({
        "dryRun=1, 422, dryRun",
        "dryRun=yes, 422, dryRun",
        "dryRun=maybe, 422, dryRun",
        "dryRun=TRUE, 422, dryRun",
        "dryRun=, 422, dryRun",
        "allowShrink=1, 422, allowShrink",
        "dryrun=true, 400, dryrun"
    })
    void a_wish_that_is_not_understood_imports_nothing(String query, int status, String field) {
        String before = imports();

        given().auth()
                .oauth2(RosterClient.TOKEN)
                .contentType("application/zip")
                .body(ZIP)
                .post("/v1/rosters?" + query)
                .then()
                .statusCode(status)
                .body("violations[0].field", equalTo(field));

        assertThat(imports()).isEqualTo(before);
    }

    private static String imports() {
        return given().auth()
                .oauth2(RosterClient.TOKEN)
                .get("/v1/imports?limit=1")
                .jsonPath()
                .getString("items[0].importId");
    }

    @Test
    void an_import_tells_its_progress() {
        JsonPath result = RosterClient.done(
                RosterZip.bulk("1.1").school("Q.S2").student("Q.B1", "Q.S2").student("Q.B2", "Q.S2"));

        assertThat(result.getString("progress.phase")).isEqualTo("FINISHED");
        assertThat(result.getLong("progress.rowsRead")).isEqualTo(3);
        assertThat(result.getLong("progress.studentsCompared")).isEqualTo(2);
        assertThat(result.getLong("counts.rowsRejected")).isZero();
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .get("/v1/imports?limit=1000")
                .then()
                .statusCode(200)
                .body("items.importId", hasItem(result.getString("importId")))
                .body("items.size()", greaterThan(0));
    }

    @Test
    void a_row_that_can_not_be_taken_apart_is_a_row_that_was_read() {
        JsonPath result = RosterClient.done(RosterZip.bulk("1.1").school("Q.S4").file("users.csv", """
                        sourcedId,role,orgSourcedIds,givenName,familyName
                        Q.D1,student,Q.S4,"Ana,Diaz
                        Q.D2,student,Q.S4,Bo
                        Q.D3,student,Q.S4,Cy,Ode
                        """));

        assertThat(result.getLong("counts.rowsRead")).isEqualTo(4);
        assertThat(result.getLong("counts.rowsRejected")).isEqualTo(2);
    }

    @Test
    void row_errors_come_in_pages() {
        RosterZip zip = RosterZip.bulk("1.1").school("Q.S3");
        for (int i = 0; i < 150; i++) {
            zip.student("Q.C" + i, "Q.NONE");
        }
        JsonPath result = RosterClient.done(zip);
        String errors = "/v1/imports/" + result.getString("importId") + "/errors";

        JsonPath first = given().auth()
                .oauth2(RosterClient.TOKEN)
                .get(errors + "?limit=200")
                .jsonPath();
        JsonPath second = given().auth()
                .oauth2(RosterClient.TOKEN)
                .queryParam("cursor", first.getString("nextCursor"))
                .get(errors)
                .jsonPath();

        assertThat(result.getList("errors")).hasSize(100);
        assertThat(result.getLong("counts.rowsRejected")).isEqualTo(150);
        assertThat(first.getList("items")).hasSize(200);
        assertThat(second.getList("items")).hasSize(101);
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void the_same_request_again_is_the_same_import() {
        String key = UUID.randomUUID().toString();

        String first = keyed(key, ZIP).jsonPath().getString("importId");
        String again = keyed(key, ZIP).jsonPath().getString("importId");

        assertThat(again).isEqualTo(first);
        keyed(key, RosterZip.bulk("1.1").school("Q.S4").bytes())
                .then()
                .statusCode(422)
                .body("type", endsWith("idempotency-key-reused"));
    }

    @Test
    void nobody_without_a_token() {
        given().contentType("application/zip")
                .body(ZIP)
                .post("/v1/rosters")
                .then()
                .statusCode(401);
        given().get("/v1/imports").then().statusCode(401);
    }

    @Test
    void nobody_with_another_scope() {
        String marks = TestTokens.system("sis", "marks:write", "*");

        given().auth()
                .oauth2(marks)
                .contentType("application/zip")
                .body(ZIP)
                .post("/v1/rosters")
                .then()
                .statusCode(403);
        given().auth().oauth2(marks).get("/v1/imports").then().statusCode(403);
        given().auth().oauth2(marks).get("/v1/imports/x").then().statusCode(403);
        given().auth().oauth2(marks).get("/v1/imports/x/errors").then().statusCode(403);
    }

    @Test
    void nobody_for_one_school_alone() {
        String oneSchool = TestTokens.system("sis", "roster:write", "Q.S1");

        given().auth()
                .oauth2(oneSchool)
                .contentType("application/zip")
                .body(ZIP)
                .post("/v1/rosters")
                .then()
                .statusCode(403)
                .body("type", endsWith("needs-all-schools"));
    }

    @Test
    void an_admin_may() {
        given().auth()
                .oauth2(TestTokens.person("root", "admin", "*"))
                .get("/v1/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_no_zip_is_not_taken() {
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .contentType("text/csv")
                .body("sourcedId\n")
                .post("/v1/rosters")
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .contentType("application/zip")
                .body(new byte[0])
                .post("/v1/rosters")
                .then()
                .statusCode(400)
                .body("type", endsWith("roster-empty"));
    }

    @Test
    void an_import_that_does_not_exist() {
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .get("/v1/imports/none")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no import of this id."));
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .get("/v1/imports/none/errors")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .get("/v1/imports?cursor=abc")
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(RosterClient.TOKEN)
                .get("/v1/imports?limit=0")
                .then()
                .statusCode(422);
    }

    private static io.restassured.response.Response keyed(String key, byte[] zip) {
        return given().auth()
                .oauth2(RosterClient.TOKEN)
                .header("Idempotency-Key", key)
                .contentType("application/zip")
                .body(zip)
                .post("/v1/rosters");
    }
}
