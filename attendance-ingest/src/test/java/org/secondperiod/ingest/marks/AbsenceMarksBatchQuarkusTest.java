package org.secondperiod.ingest.marks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AbsenceMarksBatchQuarkusTest {

    private static final String HEADER = "studentId,schoolId,schoolDay,period,code,takenAt\n";
    private static final String REST = ",2026-10-14,1,A,2026-10-14T08:20:00-04:00\n";

    @Inject
    TestTopics topics;

    @Test
    void goodLinesGoThroughAndBadOnesAreReportedByLine() {
        var school = Api.school();
        var body = String.join(
                "\n",
                Marks.json("s1", school, "A"),
                Marks.json("s2", school, "A").replace("2026-10-14\"", "10/14/2026\""),
                Marks.json("s1", school, "A"),
                Marks.json("s3", school, "ZZ"),
                "{\"studentId\":\"s4\"",
                Marks.json("s5", school, "T"));

        ndjson(body)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("quarantined", equalTo(1))
                .body("rejected", equalTo(2))
                .body("errors.line", equalTo(List.of(2, 5)))
                .body("errors[0].field", equalTo("schoolDay"))
                .body("errors[0].reason", equalTo("is not a date of the form 2026-10-14 (yyyy-MM-dd)"))
                .body("warnings[0].line", equalTo(4))
                .body("warnings[0].field", equalTo("code"));

        assertThat(Marks.of(topics, school))
                .extracting(AbsenceMark::studentId, AbsenceMark::category)
                .containsExactlyInAnyOrder(
                        tuple("s1", AttendanceCategory.UNEXCUSED_ABSENCE),
                        tuple("s3", AttendanceCategory.UNKNOWN),
                        tuple("s5", AttendanceCategory.TARDY));
    }

    @Test
    void csvIsReadByItsHeaderInAnyOrder() {
        var school = Api.school();

        csv("\uFEFFcode,takenAt,schoolDay,period,schoolId,studentId\r\nT,2026-10-14T08:20:00-04:00,2026-10-14,1,%s,ana\r\n"
                        .formatted(school))
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(Marks.of(topics, school)).extracting("studentId").containsExactly("ana");
    }

    @Test
    void bytesThatAreNotUtf8AndControlBytesAreErrorsOfTheirLine() {
        var school = Api.school();
        var body = HEADER + "ana," + school + REST + "Jos\u00e9," + school + REST + "b\u0001o," + school + REST;

        csv(body.getBytes(Charset.forName("windows-1252")))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].column", equalTo(4))
                .body("errors[0].reason", containsString("UTF-8"))
                .body("errors[1].line", equalTo(4))
                .body("errors[1].column", equalTo(2))
                .body("errors[1].reason", containsString("control byte"));
    }

    @Test
    void errorsStandInTheOrderOfTheLinesWhereverTheyWereFound() {
        // Given a mark that was sent with an id of its own
        var school = Api.school();
        var named = "{\"markId\":\"m-%1$s\",\"studentId\":\"ana\",\"schoolId\":\"%1$s\",\"schoolDay\":\"2026-10-14\","
                + "\"period\":\"1\",\"code\":\"%2$s\",\"takenAt\":\"2026-10-14T08:20:00-04:00\"}\n";
        ndjson(named.formatted(school, "A")).statusCode(200);

        // When it comes with other content, before a line that cannot be read
        var answer = ndjson(named.formatted(school, "T") + "{\"studentId\":\"ben\"}\n");

        // Then the first line comes first, though it was refused last
        answer.statusCode(200).body("errors.line", contains(1, 2));
    }

    @Test
    void aHeaderThatDoesNotFitIsNamed() {
        csv("student,schoolId,schoolDay,period,code,takenAt\n" + "ana,S" + REST)
                .statusCode(422)
                .body("type", equalTo("https://secondperiod.org/problems/csv-header"))
                .body("detail", containsString("field 1 is not known"));
        csv("studentId,schoolId,schoolDay,period,takenAt\n")
                .statusCode(422)
                .body("detail", containsString("does not name code"));
        csv("studentId;schoolId;schoolDay\n").statusCode(422).body("detail", containsString("semicolons"));
    }

    @Test
    void anEmptyBodyIsClear() {
        ndjson("\n").statusCode(422).body("type", equalTo("https://secondperiod.org/problems/body-empty"));
    }

    @Test
    void anotherContentTypeOrCharsetIsRefused() {
        Api.sis()
                .contentType("application/json")
                .body("{}")
                .post("/v1/absence-marks/batch")
                .then()
                .statusCode(415);
        Api.sis()
                .contentType("text/csv; charset=windows-1252")
                .body(HEADER)
                .post("/v1/absence-marks/batch")
                .then()
                .statusCode(415);
    }

    @Test
    void allErrorsCanBeReadPageByPage() {
        var school = Api.school();
        var body = IntStream.range(0, 1_500)
                .mapToObj(i -> Marks.json("bad id", school, "A"))
                .collect(Collectors.joining("\n"));

        var batch = ndjson(body)
                .statusCode(200)
                .body("rejected", equalTo(1_500))
                .body("errors", hasSize(1_000))
                .extract()
                .<String>path("batchId");

        var cursor = Api.sis()
                .get("/v1/batches/{id}/errors", batch)
                .then()
                .statusCode(200)
                .body("items", hasSize(1_000))
                .extract()
                .<String>path("nextCursor");
        Api.sis()
                .queryParam("cursor", cursor)
                .get("/v1/batches/{id}/errors", batch)
                .then()
                .body("items", hasSize(500))
                .body("items[499].line", equalTo(1_500));
    }

    @Test
    void ownIdsAreClaimedLineByLine() {
        var school = Api.school();
        var id = Api.fresh("m");
        var body = String.join(
                "\n",
                Marks.json("s1", school, "A", own(id + "a", 1)),
                Marks.json("s1", school, "T", own(id + "a", 2)),
                Marks.json("s2", school, "A", own(id + "b", 1)),
                Marks.json("s2", school, "T", own(id + "b", 1)),
                Marks.json("s2", school, "A", own(id + "b", 1)));

        ndjson(body)
                .body("accepted", equalTo(3))
                .body("duplicates", equalTo(1))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(4))
                .body("errors[0].field", equalTo("markId"));
        ndjson(body).body("accepted", equalTo(3)).body("duplicates", equalTo(1)).body("rejected", equalTo(1));

        assertThat(Marks.of(topics, school)).hasSize(3);
    }

    @Test
    void aLineOfASchoolThatTheCredentialDoesNotNameIsRefusedAlone() {
        var mine = Api.school();
        var other = Api.school();

        Api.as(TestTokens.system("sis", "marks:write", mine))
                .contentType(Api.NDJSON)
                .body(Marks.json("s1", mine, "A") + "\n" + Marks.json("s2", other, "A"))
                .post("/v1/absence-marks/batch")
                .then()
                .body("accepted", equalTo(1))
                .body("errors[0].field", equalTo("schoolId"));

        assertThat(Marks.of(topics, other)).isEmpty();
    }

    private static String own(String id, int version) {
        return ",\"markId\":\"%s\",\"version\":%d".formatted(id, version);
    }

    private static ValidatableResponse ndjson(String body) {
        return Api.sis()
                .contentType(Api.NDJSON)
                .body(body.getBytes(UTF_8))
                .post("/v1/absence-marks/batch")
                .then();
    }

    private static ValidatableResponse csv(String body) {
        return csv(body.getBytes(UTF_8));
    }

    private static ValidatableResponse csv(byte[] body) {
        return Api.sis()
                .contentType(Api.CSV)
                .body(body)
                .post("/v1/absence-marks/batch")
                .then();
    }
}
