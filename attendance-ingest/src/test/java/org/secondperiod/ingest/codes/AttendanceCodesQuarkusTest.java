package org.secondperiod.ingest.codes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AttendanceCodesQuarkusTest {

    private static final String CODES =
            "{\"codes\":[{\"code\":\"M\",\"category\":\"EXCUSED_ABSENCE\",\"reason\":\"medical\"}]}";

    @Test
    void theDistrictsCodesAreShown() {
        Api.sis().get("/v1/attendance-codes").then().statusCode(200).body("codes.code", hasItem("A"));
    }

    @Test
    void aSchoolsCodesAreReplacedAsAWhole() {
        var school = Api.school();
        Api.roster()
                .get("/v1/schools/{s}/attendance-codes", school)
                .then()
                .header("ETag", "\"0\"")
                .body("codes", hasSize(0));

        Api.roster()
                .body(CODES)
                .put("/v1/schools/{s}/attendance-codes", school)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        Api.roster()
                .get("/v1/schools/{s}/attendance-codes", school)
                .then()
                .body("codes[0].code", equalTo("M"))
                .body("codes[0].reason", equalTo("medical"));
        Api.roster()
                .header("If-Match", "\"0\"")
                .body(CODES)
                .put("/v1/schools/{s}/attendance-codes", school)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"codes":[{"code":"A","category":"ABSENT"}]}                                            | codes[0].category
            {"codes":[{"code":"A","category":"UNKNOWN"}]}                                           | codes[0].category
            {"codes":[{"code":"A"}]}                                                                | codes[0].category
            {"codes":[{"category":"TARDY"}]}                                                        | codes[0].code
            {"codes":[{"code":"A","category":"TARDY"},{"code":"A","category":"PRESENT"}]}           | codes[1].code
            {"codes":[{"code":"A","category":"TARDY","reason":"not a coded reason"}]}               | codes[0].reason
            {"codes":null}                                                                          | codes
            {"codes":[null]}                                                                        | codes[0]
            """)
    void aCodeThatIsNotValidIsNamed(String body, String field) {
        Api.roster()
                .body(body)
                .put("/v1/schools/{s}/attendance-codes", Api.school())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void oneSchoolsLeadDoesNotChangeTheDistricts() {
        Api.as(TestTokens.person("okafor", "attendance-lead", "S1"))
                .body(CODES)
                .put("/v1/attendance-codes")
                .then()
                .statusCode(403)
                .body("detail", containsString("every school"));
        Api.as(TestTokens.person("okafor", "attendance-lead", "S1"))
                .body(CODES)
                .put("/v1/schools/S2/attendance-codes")
                .then()
                .statusCode(403);
        Api.sis().body(CODES).put("/v1/schools/S2/attendance-codes").then().statusCode(403);
    }
}
