package org.secondperiod.ingest.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.secondperiod.kit.testing.TestTokens;

/** Requests to the service under test, as the systems and people that make them. */
public final class Api {

    /** The content type of one JSON object a line. */
    public static final String NDJSON = "application/x-ndjson";

    /** The content type of CSV. */
    public static final String CSV = "text/csv";

    private static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Api() {}

    /** The student information system. */
    public static RequestSpecification sis() {
        return as(TestTokens.system("sis", "marks:write", "*"));
    }

    /** The system that keeps rosters and schools. */
    public static RequestSpecification roster() {
        return as(TestTokens.system("roster-sync", "roster:write", "*"));
    }

    /** Whoever holds the token. */
    public static RequestSpecification as(String token) {
        return given().config(AS_GIVEN).auth().oauth2(token).contentType("application/json");
    }

    /** An id that no other test has. */
    public static String fresh(String prefix) {
        return prefix + "-" + NUMBER.incrementAndGet();
    }

    /** A school that is set up, with bells for regular days and 14 October 2026 as one. */
    public static String school() {
        var school = fresh("S");
        putSchool(school);
        roster().body("""
                        {"effectiveFrom":"2026-09-01","periods":[
                          {"period":"1","start":"08:00","end":"08:41"},{"period":"2","start":"08:45","end":"09:26"}]}""")
                .put("/v1/schools/{s}/bell-schedules/regular", school)
                .then()
                .statusCode(200);
        roster().body("{\"dayType\":\"regular\"}")
                .put("/v1/schools/{s}/calendar/2026-10-14", school)
                .then()
                .statusCode(200);
        return school;
    }

    /** Sets up a school without bells. */
    public static void putSchool(String school) {
        roster().body("{\"name\":\"A school\",\"buildings\":[\"B-EAST\"]}")
                .put("/v1/schools/{s}", school)
                .then()
                .statusCode(200);
    }
}
