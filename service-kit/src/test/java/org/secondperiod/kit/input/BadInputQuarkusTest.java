package org.secondperiod.kit.input;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;
import org.secondperiod.kit.testing.TestTokens;

/** Whatever a client sends, the answer says what is wrong with it; and what it held never goes to the log. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BadInputQuarkusTest {

    private static final String AT = "/v1/everything/some";
    private static final String NOTE = "a note about Tiernan";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":"a\\u0000b"}                       | 422 | invalid-field   | text         | must not hold the control character U+0000
            {"text":"a\\u007fb"}                       | 422 | invalid-field   | text         | must not hold the control character U+007F
            {"text":"a\\ud800"}                        | 422 | invalid-field   | text         | must not hold half a character (the lone surrogate U+D800)
            {"text":"\\udc00a"}                        | 422 | invalid-field   | text         | must not hold half a character (the lone surrogate U+DC00)
            {"texts":["fine","\\u0001"]}               | 422 | invalid-field   | texts[1]     | must not hold the control character U+0001
            {"named":{"a\\u0000":"b"}}                 | 422 | invalid-field   | -            | must not hold the control character U+0000
            {"date":"+999999999-12-31"}                | 422 | invalid-field   | date         | must be in the years 1900 to 2200
            {"date":"2201-01-01"}                      | 422 | invalid-field   | date         | must be in the years 1900 to 2200
            {"date":20261014}                          | 422 | invalid-field   | date         | must be a date like 2026-10-14
            {"instant":"-999999999-01-01T00:00:00Z"}   | 422 | invalid-field   | instant      | must be in the years 1900 to 2200
            {"instant":1e300}                          | 422 | invalid-field   | instant      | must be a time like 2026-10-14T08:20:00-04:00
            {"at":"+999999999-12-31T23:59:59-18:00"}   | 422 | invalid-field   | at           | must be in the years 1900 to 2200
            {"number":99999999999}                     | 422 | invalid-field   | number       | must be a whole number
            {"number":1e999999}                        | 422 | invalid-field   | number       | -
            {"flag":"perhaps"}                         | 422 | invalid-field   | flag         | must be true or false
            {"texts":["a",null]}                       | 422 | invalid-field   | texts[1]     | must be given
            {"flag":""}                                | 422 | invalid-field   | flag         | -
            {"number":"\u0001"}                       | 422 | invalid-field   | number       | -
            {"date":" "}                               | 422 | invalid-field   | date         | -
            {"text":{"not":"text"}}                    | 422 | invalid-field   | text         | must be text
            {"texts":"one"}                            | 422 | invalid-field   | texts        | must be a list
            {"named":[]}                               | 422 | invalid-field   | named        | must be an object
            {"flag":[]}                                | 422 | invalid-field   | flag         | must be true or false
            {"txt":"a"}                                | 422 | invalid-field   | txt          | -
            {"text":"a","text":"b"}                    | 400 | unreadable-json | -            | -
            {"text":"a"} {}                            | 400 | unreadable-json | -            | -
            []                                         | 400 | unreadable-json | -            | -
            null                                       | 400 | unreadable-json | -            | -
            {"text":                                   | 400 | unreadable-json | -            | -
            """)
    void aBadBodyIsAProblem(String body, int status, String type, String field, String message) {
        Response answer = asSystem().body(body).post(AT);

        isAProblem(answer, status, type);
        if (!field.equals("-")) {
            answer.then().body("violations[0].field", equalTo(field));
        }
        if (!message.equals("-")) {
            answer.then().body("violations[0].message", equalTo(message));
        }
    }

    @Test
    void aGoodBodyIsTaken() {
        asSystem()
                .body("""
                        {"text":"two\\nlines, a \\ud83d\\ude00","date":"2200-12-31","instant":"1900-01-01T00:00:00Z",
                         "at":"2026-10-14T08:20:00-04:00","number":7,"flag":true,"texts":[],"named":{}}""")
                .post(AT)
                .then()
                .statusCode(200)
                .body("text", equalTo("two\nlines, a \ud83d\ude00"))
                .body("date", equalTo("2200-12-31"));
    }

    @Test
    void anEmptyBodyIsAProblemUnlessNoneIsNeeded() {
        isAProblem(asSystem().post(AT), 400, "unreadable-json");
        isAProblem(asSystem().post(AT + "/fault"), 400, "unreadable-json");
        asSystem().post(AT + "/maybe").then().statusCode(200).body(equalTo("none"));
        asSystem().body("null").post(AT + "/maybe").then().statusCode(200).body(equalTo("none"));
        asSystem().body("{}").post(AT + "/maybe").then().statusCode(200).body(equalTo("one"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/everything/a%00b                     | 422 | invalid-field      | id     | must not hold the control character U+0000
            /v1/everything/some?school=S1&school=%00 | 422 | invalid-field      | school | must not hold the control character U+0000
            /v1/everything/some?limit=abc            | 422 | invalid-field      | limit  | must be a whole number
            /v1/everything/some?kind=zz              | 422 | invalid-field      | kind   | must be one of NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS
            /v1/everything/some?dry=1                | 422 | invalid-field      | dry    | must be true or false
            /v1/everything/some?dry=yes              | 422 | invalid-field      | dry    | must be true or false
            /v1/everything/some?dry=TRUE             | 422 | invalid-field      | dry    | must be true or false
            /v1/everything/some?dryRun=true          | 400 | unknown-parameter  | dryRun | there is no such parameter here; known are dry, kind, limit, school
            /v1/everything/some?limit=1&Limit=2      | 400 | unknown-parameter  | Limit  | there is no such parameter here; known are dry, kind, limit, school
            /v1/nothing                              | 404 | not-found          | -      | -
            /v1/counter                              | 405 | method-not-allowed | -      | -
            """)
    void aBadAddressIsAProblem(String address, int status, String type, String field, String message) {
        Response answer = asSystem().urlEncodingEnabled(false).get(address);

        isAProblem(answer, status, type);
        if (!field.equals("-")) {
            answer.then().body("violations[0].field", equalTo(field)).body("violations[0].message", equalTo(message));
        }
    }

    @Test
    void anOperationThatKnowsNoParameterTakesNone() {
        Response answer = asSystem().body("{}").post(AT + "/maybe?dryRun=true");

        isAProblem(answer, 400, "unknown-parameter");
        answer.then().body("detail", equalTo("dryRun: there is no such parameter here; none is known"));
    }

    @Test
    void whoUsesAnotherMethodHearsWhichOnesThereAre() {
        asSystem().delete(AT).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST, PUT");
        asSystem().get(AT + "/maybe").then().statusCode(405).header("Allow", "OPTIONS, POST");
    }

    @Test
    void aBadHeaderIsAProblem() {
        Response ofAnotherType = asSystem().contentType("text/plain").body("a").post(AT);
        isAProblem(ofAnotherType, 415, "media-type-not-supported");
        ofAnotherType.then().body("detail", equalTo("Send application/json, and say so in Content-Type."));
        isAProblem(
                asSystem().contentType("nonsense").body(new byte[] {'{', '}'}).post(AT),
                415,
                "media-type-not-supported");
        isAProblem(
                asSystem()
                        .contentType("application/json; charset=iso-8859-1")
                        .body("{}")
                        .post(AT),
                415,
                "charset-not-supported");
        isAProblem(asSystem().accept("image/png").body("{}").post(AT), 406, "not-acceptable");
    }

    @Test
    void aCompressedBodyIsToldToComeUncompressed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        Response answer = asSystem()
                .header("Content-Encoding", "gzip")
                .body(bytes.toByteArray())
                .post(AT);

        isAProblem(answer, 415, "encoding-not-supported");
        answer.then().body("detail", containsString("uncompressed")).header("Accept-Encoding", "identity");
    }

    @Test
    void goodParametersAreTaken() {
        asSystem()
                .get(AT + "?limit=7&kind=DAYS&dry=true&school=S1&school=S2")
                .then()
                .statusCode(200)
                .body(equalTo("7 DAYS true 2"));
        asSystem().get(AT).then().statusCode(200).body(equalTo("5 null false 0"));
    }

    @Test
    void declaredConstraintsAreToldLikeAllOthers() {
        Response answer = asSystem().body("{\"word\":\"long\"}").put(AT);

        isAProblem(answer, 422, "invalid-field");
        answer.then()
                .body("violations[0].field", equalTo("name"))
                .body("violations[0].message", equalTo("must be given"))
                .body("violations[1].field", equalTo("word"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fault", "/parse"})
    void aFaultOfOursIsLoggedWithoutWhatTheRequestHeld(String where) {
        long end = TestLog.end();

        Response answer = asSystem().body("{\"text\":\"" + NOTE + "\"}").post(AT + where);

        isAProblem(answer, 500, "internal");
        answer.then().body(not(containsString("Tiernan")));
        assertThat(TestLog.since(end))
                .contains("A request failed by our own fault", "EverythingResource")
                .doesNotContain("Tiernan");
    }

    private static void isAProblem(Response answer, int status, String type) {
        answer.then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("https://secondperiod.org/problems/" + type))
                .body("detail", not(equalTo(null)))
                .body("instance", startsWith("/kit/v1/"));
        assertThat(answer.path("detail").toString()).hasSizeGreaterThan(10);
    }

    private static RequestSpecification asSystem() {
        return given().contentType("application/json").auth().oauth2(TestTokens.system("sync", "roster:write", "S1"));
    }
}
