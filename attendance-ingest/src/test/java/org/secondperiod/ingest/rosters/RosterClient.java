package org.secondperiod.ingest.rosters;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.kit.testing.TestTokens;

/** Sends rosters as a student information system does, and waits for what becomes of them. */
public final class RosterClient {

    public static final String TOKEN = TestTokens.system("roster-sync", "roster:write", "*");

    private RosterClient() {}

    /** Imports, and waits for the end. */
    public static JsonPath imported(RosterZip zip, String... wishes) {
        Response accepted = post(zip.bytes(), wishes);
        accepted.then().statusCode(202);
        return ended(accepted.jsonPath().getString("importId"));
    }

    /** Imports, and expects it to go through. */
    public static JsonPath done(RosterZip zip, String... wishes) {
        JsonPath result = imported(zip, wishes);
        if (!"DONE".equals(result.getString("state"))) {
            throw new AssertionError(
                    "The import ended " + result.getString("state") + ": " + result.getString("reason"));
        }
        return result;
    }

    public static Response post(byte[] zip, String... wishes) {
        var request =
                given().auth().oauth2(TOKEN).contentType("application/zip").body(zip);
        List.of(wishes).forEach(wish -> request.queryParam(wish, true));
        return request.post("/v1/rosters");
    }

    public static JsonPath ended(String importId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(importId), found -> !"RUNNING".equals(found.getString("state")));
    }

    /** Each row error as {@code file:line column reason}. */
    public static List<String> errors(JsonPath found) {
        return found.<java.util.Map<String, Object>>getList("errors").stream()
                .map(error -> "%s:%s %s %s %s"
                        .formatted(
                                error.get("file"),
                                error.get("line"),
                                error.get("column"),
                                error.get("effect"),
                                error.get("reason")))
                .toList();
    }

    private static JsonPath get(String importId) {
        return given().auth().oauth2(TOKEN).get("/v1/imports/" + importId).jsonPath();
    }
}
