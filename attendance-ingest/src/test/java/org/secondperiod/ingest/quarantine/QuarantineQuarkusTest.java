package org.secondperiod.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class QuarantineQuarkusTest {

    @Inject
    TestTopics topics;

    @Test
    void aMarkWithAnUnmappedCodeWaitsAndGoesOnWhenItIsMapped() {
        var school = Api.school();
        var code = Api.fresh("Q");
        send(Marks.json("ana", school, code));
        lead(school)
                .get("/v1/quarantine?school=" + school)
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("UNMAPPED_CODE"))
                .body("items[0].code", equalTo(code))
                .body("items[0].sentBy", equalTo("sis"))
                .body("items[0].raw", containsString("\"ana\""));

        map(school, code);

        await().untilAsserted(() -> assertThat(Marks.of(topics, school)).hasSize(2));
        var mark = Marks.of(topics, school).getLast();
        assertThat(mark.category()).isEqualTo(AttendanceCategory.EXCUSED_ABSENCE);
        assertThat(mark.reason()).isEqualTo("medical");
        assertThat(mark.recordedAt()).isEqualTo(TestClock.START);
        lead(school).get("/v1/quarantine?school=" + school).then().body("items", hasSize(0));
    }

    @Test
    void theLineLiesSealedAndIsShownAsItCame() {
        var school = Api.school();
        var line = Marks.json("ana", school, Api.fresh("Q"));
        send(line);

        var columns = TestDatabase.asOwner()
                .withHandle(handle -> handle.createQuery("SELECT raw, raw_sealed FROM quarantine WHERE school_id = ?")
                        .bind(0, school)
                        .mapToMap()
                        .one());

        assertThat(columns.get("raw")).isNull();
        assertThat(String.valueOf(columns.get("raw_sealed")))
                .contains("\"ciphertext\"")
                .doesNotContain("studentId");
        lead(school).get("/v1/quarantine?school=" + school).then().body("items[0].raw", equalTo(line));
    }

    @Test
    void whatWaitsIsNotGivenUpByARerun() {
        var school = Api.school();
        send(Marks.json("ana", school, Api.fresh("Q")));
        var id = lead(school)
                .get("/v1/quarantine?school=" + school)
                .then()
                .extract()
                .<String>path("items[0].id");

        lead(school)
                .post("/v1/quarantine/{id}/rerun", id)
                .then()
                .statusCode(200)
                .body("sent", equalTo(0))
                .body("reason", containsString("nobody has said what the code"));

        lead(school).get("/v1/quarantine?school=" + school).then().body("items", hasSize(1));
    }

    @Test
    void aMarkOfASchoolThatIsNotSetUpWaitsForIt() {
        var school = Api.fresh("later");
        send(Marks.json("ana", school, "A"));

        Api.putSchool(school);

        await().untilAsserted(() -> assertThat(Marks.of(topics, school)).hasSize(1));
    }

    @Test
    void aMarkThatWaitsForItsSchoolThenWaitsForItsCode() {
        var school = Api.fresh("later");
        var code = Api.fresh("Q");
        send(Marks.json("ana", school, code));
        assertThat(Marks.of(topics, school)).isEmpty();

        Api.putSchool(school);

        lead(school).get("/v1/quarantine?school=" + school).then().body("items[0].kind", equalTo("UNMAPPED_CODE"));
        await().untilAsserted(() -> assertThat(Marks.of(topics, school))
                .extracting(AbsenceMark::category)
                .containsExactly(AttendanceCategory.UNKNOWN));
        map(school, code);
        await().untilAsserted(() -> assertThat(Marks.of(topics, school))
                .extracting(AbsenceMark::category)
                .containsExactly(AttendanceCategory.UNKNOWN, AttendanceCategory.EXCUSED_ABSENCE));
    }

    @Test
    void aMisfiledMarkIsGivenUpByALeadAndNeverGoesOn() {
        // Given a mark of a school that is misspelt
        var school = Api.fresh("mistake");
        send(Marks.json("ana", school, "A"));
        var id = lead(school)
                .get("/v1/quarantine?school=" + school)
                .then()
                .extract()
                .<String>path("items[0].id");

        // When a lead gives it up, twice
        lead(school)
                .contentType("application/json")
                .body("{}")
                .post("/v1/quarantine/{id}/discard", id)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("why"));
        for (int i = 0; i < 2; i++) {
            lead(school)
                    .contentType("application/json")
                    .body("{\"why\":\"no such school\"}")
                    .post("/v1/quarantine/{id}/discard", id)
                    .then()
                    .statusCode(200)
                    .body("why", equalTo("no such school"));
        }

        // Then it is gone, also when there is a school of that name one day
        lead(school).get("/v1/quarantine?school=" + school).then().body("items", hasSize(0));
        Api.putSchool(school);
        assertThat(Marks.of(topics, school)).isEmpty();
    }

    @Test
    void aMarkThatWaitsForItsCodeIsNotGivenUp() {
        var school = Api.school();
        send(Marks.json("ana", school, Api.fresh("Q")));
        var id = lead(school)
                .get("/v1/quarantine?school=" + school)
                .then()
                .extract()
                .<String>path("items[0].id");

        lead(school)
                .contentType("application/json")
                .body("{\"why\":\"no such code\"}")
                .post("/v1/quarantine/{id}/discard", id)
                .then()
                .statusCode(409)
                .body("type", containsString("waits-for-its-code"));
    }

    @Test
    void theSameMarkWaitsOnce() {
        var school = Api.school();
        var body = Marks.json("ana", school, Api.fresh("Q"));
        send(body);
        send(body);

        lead(school)
                .get("/v1/quarantine/summary")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].waiting", equalTo(1));
    }

    @Test
    void aLeadSeesOnlyTheirSchools() {
        var school = Api.school();
        send(Marks.json("ana", school, Api.fresh("Q")));
        var stranger = Api.as(TestTokens.person("stranger", "attendance-lead", "elsewhere"));

        stranger.get("/v1/quarantine").then().statusCode(200).body("items", hasSize(0));
        Api.as(TestTokens.person("stranger", "attendance-lead", "elsewhere"))
                .get("/v1/quarantine?school=" + school)
                .then()
                .statusCode(403);
        Api.as(TestTokens.person("rivera", "caller", school))
                .get("/v1/quarantine")
                .then()
                .statusCode(403);
    }

    @Test
    void anAdministratorSeesHowManyWaitAndNoneOfThem() {
        var school = Api.school();
        var code = Api.fresh("Q");
        send(Marks.json("ana", school, code));

        Api.as(TestTokens.person("root", "admin", "*"))
                .get("/v1/quarantine?school=" + school)
                .then()
                .statusCode(403);
        Api.as(TestTokens.person("root", "admin", school))
                .get("/v1/quarantine/summary")
                .then()
                .statusCode(200)
                .body("items.code", contains(code))
                .body(not(containsString("ana")));
    }

    @Test
    void whatDoesNotWaitCanNotBeRunAgain() {
        Api.sis().post("/v1/quarantine/{id}/rerun", "unknown").then().statusCode(404);
        Api.sis().get("/v1/quarantine?cursor=x").then().statusCode(422);
    }

    private static void map(String school, String code) {
        lead(school)
                .body("{\"codes\":[{\"code\":\"%s\",\"category\":\"EXCUSED_ABSENCE\",\"reason\":\"medical\"}]}"
                        .formatted(code))
                .put("/v1/schools/{s}/attendance-codes", school)
                .then()
                .statusCode(200);
    }

    private static void send(String mark) {
        Api.sis().body(mark).post("/v1/absence-marks").then().statusCode(200).body("outcome", equalTo("QUARANTINED"));
    }

    private static io.restassured.specification.RequestSpecification lead(String school) {
        return Api.as(TestTokens.person("okafor", "attendance-lead", school));
    }
}
