package org.secondperiod.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OWN;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OWN_NEW;
import static org.secondperiod.kit.testing.matrix.Sample.get;
import static org.secondperiod.kit.testing.matrix.Sample.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.matrix.MatrixSamples;
import org.secondperiod.kit.testing.matrix.Sample;

/** Who may do what here, as docs/access.md says. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessMatrixQuarkusTest {

    private static final String SCHOOL = "/v1/schools/" + OWN;
    private static final String CODES = "{\"codes\":[{\"code\":\"T\",\"category\":\"TARDY\"}]}";
    private static final String BELLS = """
            {"effectiveFrom":"2026-09-01","periods":[{"period":"1","start":"08:00","end":"08:41"}]}""";
    private static final String ABSENCE =
            "{%s\"studentId\":\"ana\",\"schoolId\":\"%s\",\"reason\":\"trip\",\"from\":\"2026-10-14\",\"to\":\"2026-10-16\"}";

    private static final String LIST =
            "{\"schoolDay\":\"2026-10-14\",\"rows\":[{\"studentId\":\"ana-of-matrix\",\"period\":\"1\",\"code\":\"T\"}]}";

    private final MatrixSamples samples = new MatrixSamples();

    @BeforeEach
    void aSchoolWithOneOfEverything() {
        Api.putSchool(OWN);
        Api.roster().body(BELLS).put(SCHOOL + "/bell-schedules/regular").then().statusCode(200);
        Api.roster().body(CODES).put(SCHOOL + "/attendance-codes").then().statusCode(200);
        Api.sis()
                .body(ABSENCE.formatted("", OWN))
                .put("/v1/known-absences/matrix-absence")
                .then()
                .statusCode(200);
        Api.sis().body(Marks.json("ana", OWN, "unmapped-of-matrix")).post("/v1/absence-marks");
        RosterClient.done(RosterZip.bulk("1.1").school(OWN).student("ana-of-matrix", OWN));
    }

    private static String waiting(String school) {
        return Api.sis().get("/v1/quarantine?school=" + school).then().extract().path("items[0].id");
    }

    private static String list() {
        return Api.as(TestTokens.person("lead-of-matrix", "attendance-lead", OWN))
                .body(LIST)
                .post(SCHOOL + "/absence-lists")
                .then()
                .statusCode(200)
                .extract()
                .path("listId");
    }

    private static String batch() {
        return Api.sis()
                .contentType("application/x-ndjson")
                .body("no line\n")
                .post("/v1/absence-marks/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("batchId");
    }

    private static String anImport() {
        String address = Api.roster()
                .contentType("application/zip")
                .body("no zip".getBytes(UTF_8))
                .post("/v1/rosters?dryRun=true")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A misfiled mark, of a school that will never be set up. */
    private static Sample.Parts giveUpAnother() {
        Api.sis().body(Marks.json(Api.fresh("misfiled"), OWN_NEW, "T")).post("/v1/absence-marks");
        return new Sample.Parts(
                "POST",
                "/v1/quarantine/" + waiting(OWN_NEW) + "/discard",
                "application/json",
                "{\"why\":\"misfiled\"}");
    }

    private void facts() {
        String mark = Marks.json("ana", OWN, "T");
        String taken =
                "{\"schoolId\":\"%s\",\"schoolDay\":\"2026-10-14\",\"period\":\"1\",\"takenAt\":\"2026-10-14T08:20:00-04:00\"}"
                        .formatted(OWN);
        String line = ABSENCE.formatted("\"absenceId\":\"matrix-absence\",", OWN);
        samples.put(
                "POST /v1/absence-marks",
                json("POST", "/v1/absence-marks", mark).orRefused(422));
        samples.put("POST /v1/absence-marks/batch", lines("/v1/absence-marks/batch", mark));
        samples.put(
                "POST /v1/attendance-taken",
                json("POST", "/v1/attendance-taken", taken).orRefused(422));
        samples.put("POST /v1/attendance-taken/batch", lines("/v1/attendance-taken/batch", taken));
        String absence = "/v1/known-absences/matrix-absence";
        samples.put("GET /v1/keys", get("/v1/keys"));
        samples.put("GET /v1/known-absences/{absenceId}", get(absence));
        samples.put(
                "PUT /v1/known-absences/{absenceId}",
                json("PUT", absence, ABSENCE.formatted("", OWN)).orRefused(422));
        samples.put("POST /v1/known-absences/batch", lines("/v1/known-absences/batch", line));
        samples.put("GET /v1/batches/{batchId}/errors", get("/v1/batches/" + batch() + "/errors"));
    }

    private static Sample lines(String path, String line) {
        return Sample.of("POST", path, "application/x-ndjson", line + "\n").telling("\"accepted\":1");
    }

    private void quarantine() {
        String waits = "/v1/quarantine/" + waiting(OWN);
        samples.put("GET /v1/quarantine", get("/v1/quarantine?school=" + OWN));
        samples.put("GET /v1/quarantine/summary", get("/v1/quarantine/summary").telling('"' + OWN + '"'));
        samples.put("POST /v1/quarantine/rerun", json("POST", "/v1/quarantine/rerun", ""));
        samples.put("POST /v1/quarantine/{id}/rerun", json("POST", waits + "/rerun", ""));
        samples.put("POST /v1/quarantine/{id}/discard", Sample.made(AccessMatrixQuarkusTest::giveUpAnother));
    }

    private void schools() {
        samples.put("GET /v1/schools", get("/v1/schools").telling('"' + OWN + '"'));
        samples.put("GET /v1/schools/{schoolId}", get(SCHOOL));
        samples.put(
                "PUT /v1/schools/{schoolId}",
                json("PUT", SCHOOL, "{\"name\":\"A school\",\"buildings\":[\"B-EAST\"]}"));
        samples.put("GET /v1/schools/{schoolId}/bell-schedules", get(SCHOOL + "/bell-schedules"));
        samples.put("GET /v1/schools/{schoolId}/bell-schedules/{dayType}", get(SCHOOL + "/bell-schedules/regular"));
        samples.put(
                "PUT /v1/schools/{schoolId}/bell-schedules/{dayType}",
                json("PUT", SCHOOL + "/bell-schedules/regular", BELLS));
        samples.put("GET /v1/schools/{schoolId}/calendar", get(SCHOOL + "/calendar"));
        samples.put("PUT /v1/schools/{schoolId}/calendar", json("PUT", SCHOOL + "/calendar", "{\"days\":[]}"));
        String day = SCHOOL + "/calendar/2026-10-14";
        samples.put("GET /v1/schools/{schoolId}/calendar/{date}", get(day));
        samples.put(
                "PUT /v1/schools/{schoolId}/calendar/{date}", json("PUT", day, "{\"dayType\":null,\"note\":\"snow\"}"));
        samples.put("GET /v1/schools/{schoolId}/attendance-codes", get(SCHOOL + "/attendance-codes"));
        samples.put("PUT /v1/schools/{schoolId}/attendance-codes", json("PUT", SCHOOL + "/attendance-codes", CODES));
        samples.put("GET /v1/schools/{schoolId}/absence-lists", get(SCHOOL + "/absence-lists?day=2026-10-14"));
        samples.put("POST /v1/schools/{schoolId}/absence-lists", json("POST", SCHOOL + "/absence-lists", LIST));
        samples.put(
                "POST /v1/schools/{schoolId}/absence-lists/{listId}/withdraw",
                json("POST", SCHOOL + "/absence-lists/" + list() + "/withdraw", ""));
        String district = Api.roster().get("/v1/attendance-codes").asString();
        samples.put("GET /v1/attendance-codes", get("/v1/attendance-codes"));
        samples.put("PUT /v1/attendance-codes", json("PUT", "/v1/attendance-codes", district));
    }

    private void rosters() {
        String imported = "/v1/imports/" + anImport();
        samples.put("POST /v1/rosters", Sample.of("POST", "/v1/rosters?dryRun=true", "application/zip", "no zip"));
        samples.put("GET /v1/imports", get("/v1/imports"));
        samples.put("GET /v1/imports/{importId}", get(imported));
        samples.put("GET /v1/imports/{importId}/errors", get(imported + "/errors"));
    }

    private void histories() {
        String header = "studentId,schoolId,schoolDay,code\n";
        String history = "/v1/histories/"
                + Api.sis()
                        .contentType("text/csv")
                        .body(header)
                        .post("/v1/histories?dryRun=true")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("historyId");
        samples.put("POST /v1/histories", Sample.of("POST", "/v1/histories?dryRun=true", "text/csv", header));
        samples.put("GET /v1/histories", get("/v1/histories"));
        samples.put("GET /v1/histories/{historyId}", get(history));
    }

    @Test
    void everybodyMayDoWhatThePageSaysAndNothingElse() throws Exception {
        facts();
        quarantine();
        schools();
        rosters();
        histories();

        samples.andOperation().ask("attendance-ingest", 1_000);
    }
}
