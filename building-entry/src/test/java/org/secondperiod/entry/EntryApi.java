package org.secondperiod.entry;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.secondperiod.kit.testing.TestTokens;

/** Speaks to the service as a door system does. */
public final class EntryApi {

    private static final RestAssuredConfig CONTENT_TYPES_AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private EntryApi() {}

    /** An id that no other test has. */
    public static String id(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static RequestSpecification as(String token) {
        return given().config(CONTENT_TYPES_AS_GIVEN).auth().oauth2(token);
    }

    public static RequestSpecification doors() {
        return as(TestTokens.system("doors", "scans:write", "*"));
    }

    public static ValidatableResponse putReader(String readerId, String json) {
        return doors().contentType(ContentType.JSON)
                .body(json)
                .put("/v1/readers/" + readerId)
                .then();
    }

    /** A registered reader in a building of its own. */
    public static String reader() {
        String readerId = id("R");
        putReader(readerId, "{\"buildingId\":\"B-" + readerId + "\",\"name\":\"Main door\"}")
                .statusCode(200);
        return readerId;
    }

    public static ValidatableResponse putBadge(String badge, String json) {
        return doors().contentType(ContentType.JSON)
                .body(json)
                .put("/v1/badges/" + badge)
                .then();
    }

    public static ValidatableResponse postScan(String json) {
        return doors().contentType(ContentType.JSON)
                .body(json)
                .post("/v1/scans")
                .then();
    }

    public static ValidatableResponse postBatch(String type, String body) {
        return postBatch(type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse postBatch(String type, byte[] body) {
        return doors().contentType(type).body(body).post("/v1/scans/batch").then();
    }

    /** A scan of a badge at 08:00 in New York on the tests' day. */
    public static String scan(String readerId, String badge) {
        return scan(readerId, badge, "2026-10-14T08:00:00-04:00");
    }

    public static String scan(String readerId, String badge, String at) {
        return "{\"readerId\":\"%s\",\"badge\":\"%s\",\"scannedAt\":\"%s\"}".formatted(readerId, badge, at);
    }
}
