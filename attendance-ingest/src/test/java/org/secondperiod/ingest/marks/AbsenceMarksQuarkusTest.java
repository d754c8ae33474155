package org.secondperiod.ingest.marks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AbsenceMarksQuarkusTest {

    @Inject
    TestTopics topics;

    @Test
    void aMarkBecomesAnEventBeforeItIsAnswered() {
        var school = Api.school();

        post(Marks.json("ana", school, "A")).statusCode(200).body("outcome", equalTo("ACCEPTED"));

        var mark = Marks.of(topics, school).getFirst();
        assertThat(mark.studentId()).isEqualTo("ana");
        assertThat(mark.schoolDay()).isEqualTo(LocalDate.parse("2026-10-14"));
        assertThat(mark.category()).isEqualTo(AttendanceCategory.UNEXCUSED_ABSENCE);
        assertThat(mark.takenAt()).isEqualTo(Instant.parse("2026-10-14T12:20:00Z"));
        assertThat(mark.source()).isEqualTo("sis");
        assertThat(mark.recordedAt()).isEqualTo(TestClock.START);
    }

    @Test
    void withoutOwnIdTheSameContentIsTheSameEvent() {
        var school = Api.school();

        post(Marks.json("ana", school, "A")).statusCode(200);
        post(Marks.json("ana", school, "A")).statusCode(200);

        assertThat(Marks.of(topics, school))
                .extracting("eventId")
                .hasSize(2)
                .containsOnly(Marks.of(topics, school).getFirst().eventId());
    }

    @Test
    void anOwnIdSentAgainUnchangedHasNoEffect() {
        var school = Api.school();
        var body = Marks.json("ana", school, "A", ",\"markId\":\"%s\"".formatted(Api.fresh("m")));
        post(body).statusCode(200);

        post(body).statusCode(200).body("outcome", equalTo("ACCEPTED"));

        assertThat(Marks.of(topics, school)).hasSize(1);
    }

    @Test
    void anOwnIdWithOtherContentIsRefusedUnlessItsVersionIsHigher() {
        var school = Api.school();
        var id = Api.fresh("m");
        post(Marks.json("ana", school, "A", ",\"markId\":\"%s\"".formatted(id))).statusCode(200);

        post(Marks.json("ana", school, "T", ",\"markId\":\"%s\"".formatted(id)))
                .statusCode(409)
                .body("type", equalTo("https://secondperiod.org/problems/own-id-used"));
        post(Marks.json("ana", school, "T", ",\"markId\":\"%s\",\"version\":1".formatted(id)))
                .statusCode(200);

        assertThat(Marks.of(topics, school))
                .extracting("category")
                .containsExactly(AttendanceCategory.UNEXCUSED_ABSENCE, AttendanceCategory.TARDY);
    }

    @Test
    void anOwnIdBelongsToTheCredential() {
        var school = Api.school();
        var more = ",\"markId\":\"%s\"".formatted(Api.fresh("m"));
        post(Marks.json("ana", school, "A", more)).statusCode(200);

        Api.as(TestTokens.system("other-sis", "marks:write", "*"))
                .body(Marks.json("bo", school, "T", more))
                .post("/v1/absence-marks")
                .then()
                .statusCode(200);

        assertThat(Marks.of(topics, school)).extracting("studentId").containsExactlyInAnyOrder("ana", "bo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schoolDay | 14/10/2026                | yyyy-MM-dd
            schoolDay | 2026-02-30                | yyyy-MM-dd
            schoolDay | 1926-10-14                | 2000-01-01
            takenAt   | 2026-10-14T08:20:00       | offset
            takenAt   | 2099-01-01T00:00:00Z      | ahead of our clock
            takenAt   | 1970-01-01T00:00:00Z      | before the year 2000
            studentId | Ana Lopez                 | not an id
            period    | a period with a far too long name | characters
            code      | a code that is far too long, really | characters
            """)
    void aFieldThatIsNotValidIsNamed(String field, String value, String reason) {
        var school = Api.school();
        var body = Marks.json("ana", school, "A")
                .replaceFirst("\"%s\":\"[^\"]*\"".formatted(field), "\"%s\":\"%s\"".formatted(field, value));

        post(body)
                .statusCode(422)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(reason))
                .body("detail", startsWith(field + ": "))
                .body("detail", not(containsString(field + " ")));
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        Api.sis()
                .contentType("application/json")
                .body("{\"period\":\"1\"}")
                .post("/v1/absence-marks")
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        org.hamcrest.Matchers.contains("studentId", "schoolId", "schoolDay", "code", "takenAt"));
    }

    @Test
    void anIdempotencyKeyIsNeitherNeededNorLookedAt() {
        // Given a mark that was sent with a key
        var school = Api.school();
        var mark =
                "{\"studentId\":\"%s\",\"schoolId\":\"" + school + "\",\"schoolDay\":\"2026-10-14\",\"period\":\"1\","
                        + "\"code\":\"A\",\"takenAt\":\"2026-10-14T08:20:00-04:00\"}";
        Api.sis()
                .contentType("application/json")
                .header("Idempotency-Key", "k-" + school)
                .body(mark.formatted("ana"))
                .post("/v1/absence-marks")
                .then()
                .statusCode(200);

        // When another comes with the same key, then it is taken: its content is its identity
        Api.sis()
                .contentType("application/json")
                .header("Idempotency-Key", "k-" + school)
                .body(mark.formatted("ben"))
                .post("/v1/absence-marks")
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownFieldIsNamed() {
        post(Marks.json("ana", Api.school(), "A", ",\"reason\":\"ill\""))
                .statusCode(422)
                .body("violations[0].field", equalTo("reason"));
    }

    @Test
    void whatIsNotJsonIsToldWhere() {
        post("{\"studentId\":").statusCode(400).body("detail", containsString("column"));
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithTheLimit() {
        post(Marks.json("ana", "S", "A", ",\"markId\":\"%s\"".formatted("x".repeat(20_000))))
                .statusCode(413)
                .body("detail", containsString("16 KiB (16384 bytes)"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        Api.sis()
                .contentType("application/xml")
                .body("<mark/>")
                .post("/v1/absence-marks")
                .then()
                .statusCode(415)
                .body("detail", equalTo("Send application/json, and say so in Content-Type."));
    }

    @Test
    void anotherSchoolThanTheCredentialsIsRefused() {
        Api.as(TestTokens.system("sis", "marks:write", "elsewhere"))
                .body(Marks.json("ana", Api.school(), "A"))
                .post("/v1/absence-marks")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("schoolId"));
    }

    @Test
    void whoHasNoTokenOrNoScopeIsRefused() {
        var body = Marks.json("ana", "S", "A");
        given().contentType("application/json")
                .body(body)
                .post("/v1/absence-marks")
                .then()
                .statusCode(401);

        Api.as(TestTokens.system("doors", "scans:write", "*"))
                .body(body)
                .post("/v1/absence-marks")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse post(String body) {
        return Api.sis().body(body).post("/v1/absence-marks").then();
    }
}
