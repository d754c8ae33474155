package org.secondperiod.ingest.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.testing.StackTestResource;

/** One fact in a request of its own: who sends a wrong one hears of all that is wrong with it, and where. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WrongObjectsQuarkusTest {

    @Test
    void everyFieldOfAMarkThatIsWrongOrMissingOrUnknownIsNamed() {
        marks("""
                {"studentId":"Ana Lopez","schoolId":"S1","schoolDay":"14/10/2026","takenAt":["now"],
                 "version":-1,"deleted":"perhaps","reason":{"of":"it"},"code":"A","code":"B"}""")
                .statusCode(422)
                .body(
                        "violations.field",
                        contains("takenAt", "reason", "code", "studentId", "schoolDay", "period", "version", "deleted"))
                .body("violations[5].message", equalTo("is missing"))
                .body("detail", equalTo("takenAt: is not a single value (and 7 more)"));
    }

    @Test
    void everyFieldOfASubmissionThatIsWrongIsNamed() {
        Api.sis()
                .body("{\"schoolId\":\"S 1\",\"schoolDay\":\"today\",\"takenAt\":\"now\"}")
                .post("/v1/attendance-taken")
                .then()
                .statusCode(422)
                .body("violations.field", contains("schoolId", "schoolDay", "period", "takenAt"));
    }

    @Test
    void everyFieldOfAKnownAbsenceThatIsWrongIsNamed() {
        Api.sis()
                .body(
                        "{\"studentId\":\"ana\",\"reason\":\"holiday\",\"from\":\"today\",\"to\":\"2026-10-14\",\"version\":1.5}")
                .put("/v1/known-absences/ka-wrong")
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason", "from", "version"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {~  "studentId":"ana",~  "schoolId" "S1"}  | This is not JSON: it breaks off or goes wrong at line 3, column 14.
            {"studentId":"ana"}~{"studentId":"ana"}    | Something follows the JSON object at line 2, column 1.
            {~~"studentId":"a\u0001"                  | The control byte 0x01 at line 3, column 15 is not text.
            ` `                                        | The body is empty. It must be a JSON object with studentId, schoolId, schoolDay, period, code, takenAt.
            ``                                         | The body is empty. It must be a JSON object with studentId, schoolId, schoolDay, period, code, takenAt.
            """)
    void whatIsNoJsonIsToldWithLineAndColumn(String body, String detail) {
        marks(body.replace('~', '\n'))
                .statusCode(400)
                .body("type", equalTo("https://secondperiod.org/problems/unreadable-json"))
                .body("detail", equalTo(detail));
    }

    private static ValidatableResponse marks(String body) {
        return Api.sis().body(body).post("/v1/absence-marks").then();
    }
}
