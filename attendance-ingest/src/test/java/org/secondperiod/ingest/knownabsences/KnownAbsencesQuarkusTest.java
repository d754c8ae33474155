package org.secondperiod.ingest.knownabsences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class KnownAbsencesQuarkusTest {

    @Inject
    TestTopics topics;

    @Inject
    DistrictCipher cipher;

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Test
    void anAbsenceOfDaysBecomesAnEvent() {
        var id = Api.fresh("KA");

        put(id, days(Api.school(), "")).statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));

        var event = one(id);
        assertThat(event.reason()).isEqualTo(KnownAbsence.Reason.FAMILY_REPORTED);
        assertThat(event.fromDay()).isEqualTo(LocalDate.parse("2026-10-14"));
        assertThat(event.toDay()).isEqualTo(LocalDate.parse("2026-10-16"));
        assertThat(event.deleted()).isFalse();
    }

    @Test
    void anAbsenceOfHoursBecomesAnEvent() {
        var id = Api.fresh("KA");

        put(
                        id,
                        "{\"studentId\":\"ana\",\"reason\":\"released\",\"from\":\"2026-10-14T08:00:00-04:00\",\"to\":\"2026-10-14T10:00:00-04:00\"}")
                .statusCode(200);

        assertThat(one(id).to()).isEqualTo(Instant.parse("2026-10-14T14:00:00Z"));
        assertThat(one(id).schoolId()).isNull();
    }

    @Test
    void theDetailIsNowhereInTheClear() {
        var id = Api.fresh("KA");

        put(id, days(Api.school(), ",\"detail\":\"surgery\"")).statusCode(200).body("detail", equalTo("surgery"));

        var sealed = one(id).detail();
        var plain = new String(cipher.decrypt("attendance.known-absences.v1|ana", sealed), StandardCharsets.UTF_8);
        assertThat(plain).isEqualTo("surgery");
        assertThat(stored(id)).contains("ciphertext").doesNotContain("surgery");
        Api.as(TestTokens.person("okafor", "attendance-lead", "*"))
                .get("/v1/known-absences/{id}", id)
                .then()
                .statusCode(200)
                .body("detail", equalTo(null));
    }

    @Test
    void theSameAgainIsOneEvent() {
        var id = Api.fresh("KA");
        var body = days(Api.school(), ",\"detail\":\"surgery\"");

        put(id, body).statusCode(200);
        put(id, body).statusCode(200).header("ETag", "\"1\"");
        put(id, body.replace("surgery", "rest")).statusCode(200).header("ETag", "\"2\"");

        await().untilAsserted(() -> assertThat(of(id)).extracting("version").containsExactly(1L, 2L));
    }

    @Test
    void anOlderVersionIsRefusedAndAWithdrawalIsAVersion() {
        var id = Api.fresh("KA");
        var school = Api.school();
        put(id, days(school, ",\"version\":5")).statusCode(200);

        put(id, days(school, ",\"version\":4")).statusCode(409).body("detail", containsString("Version 5"));
        put(id, days(school, ",\"version\":5,\"detail\":\"other\"")).statusCode(409);
        put(id, days(school, ",\"version\":6,\"deleted\":true")).statusCode(200).body("deleted", equalTo(true));

        await().untilAsserted(() -> assertThat(of(id)).extracting("deleted").containsExactly(false, true));
    }

    @Test
    void anEditOfAnotherVersionIsRefused() {
        var id = Api.fresh("KA");
        put(id, days(Api.school(), "")).statusCode(200);

        Api.sis()
                .header("If-Match", "\"7\"")
                .body(days(Api.school(), ""))
                .put("/v1/known-absences/{id}", id)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "reason":"ill","from":"2026-10-14","to":"2026-10-14"                        | reason
            "reason":"trip","from":"2026-10-14","to":"2026-10-13"                       | to
            "reason":"trip","from":"14.10.2026","to":"2026-10-15"                       | from
            "reason":"trip","from":"2026-10-14","to":"2026-10-14T10:00:00-04:00"        | to
            "reason":"trip","from":"2026-10-14T10:00:00","to":"2026-10-14T11:00:00"     | from
            "reason":"trip","from":"2026-10-14"                                         | to
            "reason":"trip","from":"2026-10-14","to":"2026-10-14","schoolId":"nowhere"  | schoolId
            "reason":"trip","from":"2026-10-14","to":"2026-10-14","note":"x"            | note
            """)
    void aFieldThatIsNotValidIsNamed(String fields, String field) {
        put(Api.fresh("KA"), "{\"studentId\":\"ana\"," + fields + "}")
                .statusCode(422)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void manyAreDeclaredLineByLine() {
        var id = Api.fresh("KA");
        var school = Api.school();
        var line = "{\"absenceId\":\"%s\",%s"
                .formatted(id, days(school, ",\"version\":1").substring(1));
        var body = String.join(
                "\n", line, line.replace("\"version\":1", "\"version\":2"), line.replace("2026-10-16", "soon"), line);

        batch(body)
                .body("accepted", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].field", equalTo("to"));
        batch(body).statusCode(200);

        await().untilAsserted(() -> assertThat(of(id)).extracting("version").containsExactly(1L, 2L));
    }

    @Test
    void aCredentialOfOneSchoolSpeaksOnlyOfIt() {
        var school = Api.school();
        var id = Api.fresh("KA");
        put(id, days(school, "")).statusCode(200);
        var stranger = TestTokens.system("other", "marks:write", "elsewhere");

        Api.as(stranger).get("/v1/known-absences/{id}", id).then().statusCode(404);
        Api.as(stranger)
                .body(days(school, ""))
                .put("/v1/known-absences/{id}", id)
                .then()
                .statusCode(422);
        Api.as(stranger)
                .body("{\"studentId\":\"ana\",\"reason\":\"trip\",\"from\":\"2026-10-14\",\"to\":\"2026-10-14\"}")
                .put("/v1/known-absences/{id}", id)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("schoolId"));
    }

    private List<KnownAbsence> of(String id) {
        return topics.readAll(Topics.KNOWN_ABSENCES).stream()
                .filter(event -> event.absenceId().equals(id))
                .toList();
    }

    private KnownAbsence one(String id) {
        await().untilAsserted(() -> assertThat(of(id)).hasSize(1));
        return of(id).getFirst();
    }

    private String stored(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT detail FROM known_absence WHERE absence_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-14, 2028-10-14, 200",
        "2026-10-14, 2029-10-14, 422",
        "2099-12-31, 2099-12-31, 422",
        "2026-10-14T08:00:00-04:00, 2199-12-31T10:00:00Z, 422"
    })
    void nobodyKnowsOfAnAbsenceMoreThanTwoYearsAhead(String from, String to, int status) {
        var body = "{\"studentId\":\"ana\",\"reason\":\"family-reported\",\"from\":\"%s\",\"to\":\"%s\"%s}";

        var answer = put(Api.fresh("KA"), body.formatted(from, to, ""));
        var withdrawn = put(Api.fresh("KA"), body.formatted(from, to, ",\"deleted\":true"));

        answer.statusCode(status);
        withdrawn.statusCode(200);
        if (status == 422) {
            answer.body("violations[0].field", equalTo("to"));
        }
    }

    private static ValidatableResponse put(String id, String body) {
        return Api.sis().body(body).put("/v1/known-absences/{id}", id).then();
    }

    private static ValidatableResponse batch(String body) {
        return Api.sis()
                .contentType(Api.NDJSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/known-absences/batch")
                .then();
    }

    private static String days(String school, String more) {
        return "{\"studentId\":\"ana\",\"schoolId\":\"%s\",\"reason\":\"family-reported\",\"from\":\"2026-10-14\",\"to\":\"2026-10-16\"%s}"
                .formatted(school, more);
    }
}
