package org.secondperiod.ingest.marks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTopics;

/** Marks that are text and yet no text, and marks of periods that never ring. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OddMarksQuarkusTest {

    /** As JSON writes them: half a character, and none. */
    private static final List<String> NO_TEXT = List.of("A\\ud800", "\\udc00A", "A\\u0000");

    @Inject
    TestTopics topics;

    @Test
    void aLineThatHoldsHalfACharacterIsTheFaultOfThatLine() {
        var school = Api.school();
        var body = String.join(
                "\n",
                Marks.json("s1", school, "A"),
                Marks.json("s2", school, NO_TEXT.get(0)),
                Marks.json("s3", school, NO_TEXT.get(1)),
                Marks.json("s4", school, NO_TEXT.get(2)),
                Marks.json("s5", school, "A"));

        batch(body)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("quarantined", equalTo(0))
                .body("errors.line", equalTo(List.of(2, 3, 4)))
                .body("errors.field", equalTo(List.of("code", "code", "code")));

        assertThat(Marks.of(topics, school)).extracting(AbsenceMark::studentId).containsExactlyInAnyOrder("s1", "s5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\\ud800", "A\\u0000"})
    void aSingleMarkThatHoldsHalfACharacterIsRefused(String code) {
        post(Marks.json("ana", Api.school(), code))
                .statusCode(422)
                .body("violations[0].field", equalTo("code"))
                .body("type", containsString("invalid-field"));
    }

    @Test
    void aWholeCharacterBeyondTheFirst65536IsText() {
        post(Marks.json("ana", Api.school(), "\\ud83d\\ude00")).statusCode(200).body("outcome", equalTo("QUARANTINED"));
    }

    @Test
    void aPeriodThatNeverRingsIsTakenAndTold() {
        var school = Api.school();

        post(period("ana", school, "99")).statusCode(200).body("warning", startsWith("period is in no bell schedule"));
        post(period("ana", school, "2")).statusCode(200).body("warning", nullValue());
        post(period("ana", school, "day")).statusCode(200).body("warning", nullValue());

        assertThat(Marks.of(topics, school))
                .extracting(AbsenceMark::period)
                .containsExactlyInAnyOrder("99", "2", "day");
    }

    @Test
    void aPeriodThatNeverRingsIsAWarningOfItsLine() {
        var school = Api.school();

        batch(period("ana", school, "1") + "\n" + period("ben", school, "1st"))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("warnings.line", equalTo(List.of(2)))
                .body("warnings.field", equalTo(List.of("period")));
    }

    @Test
    void aSchoolWithoutBellsHasNoPeriodThatNeverRings() {
        var school = Api.fresh("S");
        Api.putSchool(school);

        batch(period("ana", school, "99")).statusCode(200).body("warnings", empty());
    }

    private static String period(String student, String school, String period) {
        return Marks.json(student, school, "A").replace("\"period\":\"1\"", "\"period\":\"%s\"".formatted(period));
    }

    private static ValidatableResponse post(String body) {
        return Api.sis().body(body.getBytes(UTF_8)).post("/v1/absence-marks").then();
    }

    private static ValidatableResponse batch(String body) {
        return Api.sis()
                .contentType(Api.NDJSON)
                .body(body.getBytes(UTF_8))
                .post("/v1/absence-marks/batch")
                .then();
    }
}
