package org.secondperiod.ingest.histories;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.secondperiod.ingest.testing.Api;

/** Sends histories as a student information system does, and waits for what becomes of them. */
final class HistoryClient {

    static final String HEADER = "studentId,schoolId,schoolDay,code\n";

    private HistoryClient() {}

    /** A school that is set up, with school on 12 and 13 October 2026; the tests' today is the 14th. */
    static String school() {
        var school = Api.school();
        for (String day : List.of("2026-10-12", "2026-10-13")) {
            Api.roster()
                    .body("{\"dayType\":\"regular\"}")
                    .put("/v1/schools/{s}/calendar/{d}", school, day)
                    .then()
                    .statusCode(200);
        }
        return school;
    }

    static Response post(String csv, Map<String, ?> wishes) {
        return Api.sis().contentType(Api.CSV).queryParams(wishes).body(csv).post("/v1/histories");
    }

    /** Imports attendance, and waits for the end. */
    static JsonPath attendance(String rows, String... wishes) {
        return ended(HEADER + rows, wishes.length == 0 ? Map.of() : Map.of(wishes[0], true));
    }

    static JsonPath ended(String csv, Map<String, ?> wishes) {
        Response accepted = post(csv, wishes);
        accepted.then().statusCode(202);
        return end(accepted.jsonPath().getString("historyId"));
    }

    static JsonPath end(String historyId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Api.sis()
                                .get("/v1/histories/" + historyId)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        found -> !"RUNNING".equals(found.getString("state")));
    }

    /** Each row error as {@code line field reason}. */
    static List<String> errors(JsonPath found) {
        return found.<Map<String, Object>>getList("errors").stream()
                .map(error -> "%s %s %s".formatted(error.get("line"), error.get("field"), error.get("reason")))
                .toList();
    }
}
