package org.secondperiod.outreach.visibility;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OWN;
import static org.secondperiod.kit.testing.matrix.Sample.get;
import static org.secondperiod.kit.testing.matrix.Sample.json;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.matrix.MatrixSamples;
import org.secondperiod.kit.testing.matrix.Sample;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Who may do what here, as docs/access.md says. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessMatrixQuarkusTest {

    private static final String DAY = "&day=2026-10-14";
    private static final String AT_OWN = "?school=" + OWN + DAY;
    private static final String WHY = "{\"why\":\"asked by the matrix\"}";

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final MatrixSamples samples = new MatrixSamples();
    private final String ana = fresh("ana");

    @BeforeEach
    void somebodyToCall() {
        clock.set(at("08:50"));
        told.schoolHeardAt(OWN, "08:50");
        told.enrolled(ana, OWN);
        told.ofAge(ana, "Ana", "Peña", List.of(), List.of(contact("g-rosa"), contact("g-luis")));
        told.absent(ana, OWN);
        concluded.awaitTask(ana, OWN, "OPEN");
    }

    private static Contact contact(String id) {
        return new Contact(id, id, "Peña", "parent", 1, null, false, null, true, null, List.of());
    }

    private static String newConsent(String contactId) {
        return "{\"contactId\":\"%s\",\"basis\":\"SIGNED\",\"since\":\"2026-10-01\"}".formatted(contactId);
    }

    /** Once the roster's person is known. */
    private static String consent(String path) {
        return await().until(
                        () -> given().auth()
                                .oauth2(TestTokens.person("leader", "attendance-lead", OWN))
                                .contentType("application/json")
                                .body(newConsent("g-luis"))
                                .post(path)
                                .<String>path("consentId"),
                        Objects::nonNull);
    }

    private String task() {
        return String.valueOf(concluded.task(ana, OWN).orElseThrow().get("task_id"));
    }

    private static String grant() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json")
                .body(newGrant())
                .post("/v1/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("grantId");
    }

    private static String newGrant() {
        return "{\"subject\":\"somebody-else\",\"role\":\"caller\",\"schools\":[\"%s\"],\"why\":\"helps\"}"
                .formatted(OWN);
    }

    private void tasks() {
        String task = "/v1/call-tasks/" + task();
        samples.put("GET /v1/call-tasks", get("/v1/call-tasks" + AT_OWN));
        samples.put("GET /v1/call-tasks/{taskId}", get(task));
        samples.put("GET /v1/call-tasks/{taskId}/why", get(task + "/why"));
        samples.put(
                "POST /v1/call-tasks/next",
                json("POST", "/v1/call-tasks/next", "{\"schools\":[\"%s\"]}".formatted(OWN)));
        samples.put(
                "POST /v1/call-tasks/{taskId}/claim",
                json("POST", task + "/claim", "").orTaken(409));
        samples.put(
                "DELETE /v1/call-tasks/{taskId}/claim",
                json("DELETE", task + "/claim", "").orTaken(409));
        samples.put("GET /v1/holds", get("/v1/holds" + AT_OWN));
        samples.put(
                "POST /v1/holds/release",
                json("POST", "/v1/holds/release", """
                        {"schoolId":"%s","schoolDay":"2026-10-14","reason":"DOOR_FEED_SILENT","decision":"keep","why":"x"}""".formatted(OWN)).orTaken(409));
    }

    private void calling() {
        String task = task();
        samples.put("GET /v1/call-tasks/{taskId}/card", get("/v1/call-tasks/" + task + "/card"));
        samples.put("GET /v1/call-bridge", get("/v1/call-bridge"));
        samples.put(
                "POST /v1/call-tasks/{taskId}/bridged-calls",
                json(
                                "POST",
                                "/v1/call-tasks/" + task + "/bridged-calls",
                                "{\"ring\":\"+17185550100\",\"number\":\"+17185550142\"}")
                        .orTaken(409));
        samples.put("GET /v1/scripts", get("/v1/scripts"));
        samples.put(
                "PUT /v1/scripts/{language}/{kind}",
                json("PUT", "/v1/scripts/tl/VOICEMAIL", "{\"text\":\"Tawagan ang {school}.\"}"));
        samples.put("GET /v1/find-a-number", get("/v1/find-a-number?school=" + OWN));
        samples.put(
                "POST /v1/students/{studentId}/numbers", json("POST", "/v1/students/" + ana + "/numbers", newNumber()));
        samples.put(
                "DELETE /v1/students/{studentId}/numbers/{numberId}",
                Sample.made(() -> new Sample.Parts(
                        "DELETE",
                        "/v1/students/" + ana + "/numbers/"
                                + made("/v1/students/" + ana + "/numbers", newNumber(), "numberId"),
                        "application/json",
                        "")));
        String consents = "/v1/students/" + ana + "/consents";
        samples.put("GET /v1/students/{studentId}/consents", get(consents));
        samples.put(
                "POST /v1/students/{studentId}/consents",
                json("POST", consents, newConsent("g-rosa")).orTaken(409));
        samples.put(
                "POST /v1/students/{studentId}/consents/{consentId}/withdraw",
                json("POST", consents + "/" + consent(consents) + "/withdraw", ""));
        samples.put("GET /v1/group-notes", get("/v1/group-notes" + AT_OWN));
        samples.put("POST /v1/group-notes", json("POST", "/v1/group-notes", newNote(task)));
        samples.put(
                "DELETE /v1/group-notes/{noteId}",
                json("DELETE", "/v1/group-notes/" + made("/v1/group-notes", newNote(task), "noteId"), "")
                        .orTaken(409));
    }

    private void leading() {
        String of = "\"schoolId\":\"%s\",\"schoolDay\":\"2026-10-14\"".formatted(OWN);
        TestTokens.person("somebody-who-calls", "caller", OWN);
        samples.put("GET /v1/morning", get("/v1/morning" + AT_OWN));
        samples.put("GET /v1/notices-owed", get("/v1/notices-owed" + AT_OWN));
        samples.put("GET /v1/end-of-day", get("/v1/end-of-day" + AT_OWN));
        samples.put("GET /v1/sis-feeds", get("/v1/sis-feeds" + AT_OWN));
        samples.put(
                "POST /v1/assignments/proposal",
                json(
                        "POST",
                        "/v1/assignments/proposal",
                        "{%s,\"callers\":[{\"subject\":\"somebody-who-calls\"}]}".formatted(of)));
        samples.put(
                "POST /v1/assignments",
                json("POST", "/v1/assignments", "{%s,\"assignments\":[{\"taskId\":\"%s\"}]}".formatted(of, task())));
        samples.put(
                "POST /v1/assignments/take-over",
                json("POST", "/v1/assignments/take-over", "{%s,\"from\":\"somebody-who-calls\"}".formatted(of)));
        samples.put("GET /v1/draw", get("/v1/draw"));
        samples.put("POST /v1/draw", json("POST", "/v1/draw", "{\"approved\":false,\"why\":\"asked by the matrix\"}"));
    }

    private void languages() {
        TestTokens.person("somebody-who-calls", "caller", OWN);
        String spoken = "{\"languages\":[\"es\"]}";
        samples.put("GET /v1/staff-languages/mine", get("/v1/staff-languages/mine"));
        samples.put("PUT /v1/staff-languages/mine", json("PUT", "/v1/staff-languages/mine", spoken));
        samples.put("GET /v1/staff-languages", get("/v1/staff-languages?school=" + OWN));
        samples.put("PUT /v1/staff-languages/{subject}", json("PUT", "/v1/staff-languages/somebody-who-calls", spoken));
    }

    private static String newNumber() {
        return "{\"schoolId\":\"%s\",\"number\":\"(718) 555-0177\",\"whose\":\"an aunt\"}".formatted(OWN);
    }

    private static String newNote(String task) {
        return """
                {"schoolId":"%s","schoolDay":"2026-10-14","reason":"TRANSPORT","text":"a late bus","taskIds":["%s"]}""".formatted(OWN, task);
    }

    private static String made(String path, String body, String id) {
        return given().auth()
                .oauth2(TestTokens.person("maker", "caller", OWN))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(id);
    }

    /** A call, each time a new one: about a student of their own, who was flagged, promised and left for school. */
    private String attempt(String said, String caller) {
        return given().auth()
                .oauth2(TestTokens.person(caller, "caller", OWN))
                .contentType("application/json")
                .body(said)
                .post("/v1/call-tasks/" + task() + "/attempts")
                .then()
                .statusCode(201)
                .extract()
                .path("attempts[0].attemptId");
    }

    private String first(String listing, String path) {
        return given().auth()
                .oauth2(TestTokens.person("matrix-caller-who-logs", "caller", OWN))
                .get(listing)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private void calls() {
        String logs = "matrix-caller-who-logs";
        String reached = "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"%s\"%s}";
        String busy = "{\"outcome\":\"BUSY\"}";
        String of = "/v1/call-tasks/" + task() + "/attempts";
        String own = "/v1/attempts/" + attempt(busy, logs);
        samples.put("POST /v1/call-tasks/{taskId}/attempts", json("POST", of, busy));
        samples.put("GET /v1/call-tasks/{taskId}/attempts", get(of));
        samples.put("GET /v1/attempts/{attemptId}", get(own));
        samples.put("GET /v1/attempts/{attemptId}/history", get(own + "/history"));
        samples.put("PUT /v1/attempts/{attemptId}", json("PUT", own, busy).orTaken(409));
        samples.put(
                "POST /v1/attempts/{attemptId}/undo",
                json("POST", "/v1/attempts/" + attempt(busy, logs) + "/undo", "")
                        .orTaken(409));
        samples.put("PUT /v1/attempts/{attemptId}/error", json("PUT", own + "/error", "{\"cause\":\"OTHER\"}"));
        samples.put(
                "PUT /v1/attempts/{attemptId}/root-cause", json("PUT", own + "/root-cause", "{\"cause\":\"BARRIER\"}"));
        samples.put(
                "POST /v1/students/{studentId}/conversations",
                json("POST", "/v1/students/" + ana + "/conversations", """
                        {"schoolId":"%s","how":"TEXT","with":"STUDENT","note":"asked by the matrix"}""".formatted(OWN)));
        samples.put("GET /v1/students/{studentId}/calls", get("/v1/students/" + ana + "/calls"));
        attempt(reached.formatted("SAYS_LEFT_FOR_SCHOOL", ""), logs);
        attempt(
                reached.formatted(
                        "COMING_IN_TODAY",
                        ",\"comingBy\":\"2026-10-14T14:00:00-04:00\",\"flags\":[\"WHEREABOUTS_NOT_KNOWN\"]"),
                logs);
        samples.put("GET /v1/promises", get("/v1/promises?school=" + OWN));
        String promise = "/v1/promises/" + first("/v1/promises?student=" + ana, "items[0].promiseId");
        samples.put("GET /v1/promises/{promiseId}", get(promise));
        samples.put("POST /v1/promises/{promiseId}/end", json("POST", promise + "/end", "{\"how\":\"KEPT\"}"));
        samples.put("GET /v1/escalations", get("/v1/escalations" + AT_OWN));
        String escalation = "/v1/escalations/"
                + first("/v1/escalations" + AT_OWN, "items.find { it.studentId == '%s' }.escalationId".formatted(ana));
        samples.put("GET /v1/escalations/{escalationId}", get(escalation));
        samples.put(
                "POST /v1/escalations/{escalationId}/acknowledge",
                json("POST", escalation + "/acknowledge", "").orTaken(409));
        samples.put(
                "POST /v1/escalations/{escalationId}/found-safe",
                json("POST", escalation + "/found-safe", "{}").orTaken(409));
        samples.put("GET /v1/building-checks", get("/v1/building-checks" + AT_OWN));
        String check = "/v1/building-checks/"
                + first("/v1/building-checks" + AT_OWN, "items.find { it.studentId == '%s' }.checkId".formatted(ana));
        samples.put("GET /v1/building-checks/{checkId}", get(check));
        samples.put(
                "POST /v1/building-checks/{checkId}/result",
                json("POST", check + "/result", "{\"found\":false}").orTaken(409));
    }

    private void followUps() {
        String open = """
                {"studentId":"%s","schoolId":"%s","what":"asked by the matrix","dueAt":"2026-10-15T12:00:00-04:00"}""".formatted(ana, OWN);
        TestTokens.person("matrix-owner", "caller", OWN);
        String one = "/v1/follow-ups/"
                + given().auth()
                        .oauth2(TestTokens.person("matrix-caller-who-logs", "caller", OWN))
                        .contentType("application/json")
                        .body(open)
                        .post("/v1/follow-ups")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("followUpId");
        samples.put("POST /v1/follow-ups", json("POST", "/v1/follow-ups", open));
        samples.put("GET /v1/follow-ups", get("/v1/follow-ups?school=" + OWN));
        samples.put("GET /v1/follow-ups/count", get("/v1/follow-ups/count?school=" + OWN));
        samples.put("GET /v1/follow-ups/{followUpId}", get(one));
        samples.put("GET /v1/follow-ups/{followUpId}/history", get(one + "/history"));
        samples.put(
                "POST /v1/follow-ups/{followUpId}/reassign",
                json("POST", one + "/reassign", "{\"owner\":\"matrix-owner\"}").orTaken(409));
        samples.put(
                "POST /v1/follow-ups/{followUpId}/done",
                json("POST", one + "/done", "{}").orTaken(409));
    }

    private void students() {
        samples.put("GET /v1/whereabouts", get("/v1/whereabouts" + AT_OWN));
        samples.put("GET /v1/whereabouts/summary", get("/v1/whereabouts/summary" + AT_OWN));
        samples.put("GET /v1/events", get("/v1/events?school=" + OWN));
        samples.put("GET /v1/keys", get("/v1/keys"));
        samples.put(
                "POST /v1/students/by-name",
                json("POST", "/v1/students/by-name", "{\"name\":\"ana\",\"schools\":[\"%s\"]}".formatted(OWN)));
        samples.put(
                "POST /v1/students/matches",
                json(
                        "POST",
                        "/v1/students/matches",
                        "{\"schoolId\":\"%s\",\"rows\":[{\"name\":\"ana\"}]}".formatted(OWN)));
        samples.put(
                "POST /v1/students/by-number",
                json(
                        "POST",
                        "/v1/students/by-number",
                        "{\"number\":\"(718) 555-0142\",\"schools\":[\"%s\"]}".formatted(OWN)));
        samples.put("GET /v1/students/{studentId}/timeline", get("/v1/students/" + ana + "/timeline?day=2026-10-14"));
        samples.put(
                "POST /v1/sightings",
                Sample.made(() -> new Sample.Parts(
                        "POST",
                        "/v1/sightings",
                        "application/json",
                        "{\"sightingId\":\"%s\",\"studentId\":\"%s\",\"schoolId\":\"%s\",\"seen\":\"not-in\"}"
                                .formatted(fresh("sighting"), ana, OWN))));
    }

    private void grants() {
        String grant = "/v1/grants/" + grant();
        samples.put("POST /v1/grants", json("POST", "/v1/grants", newGrant()));
        samples.put("GET /v1/grants", get("/v1/grants?school=" + OWN));
        samples.put("GET /v1/grants/mine", get("/v1/grants/mine"));
        samples.put("GET /v1/grants/{grantId}", get(grant));
        samples.put("GET /v1/grants/{grantId}/history", get(grant + "/history"));
        samples.put(
                "PUT /v1/grants/{grantId}",
                json("PUT", grant, "{\"schools\":[\"%s\"],\"why\":\"once more\"}".formatted(OWN)));
        samples.put(
                "POST /v1/grants/{grantId}/revoke",
                Sample.made(
                        () -> new Sample.Parts("POST", "/v1/grants/" + grant() + "/revoke", "application/json", WHY)));
    }

    private static String hold() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json")
                .body("{\"schoolId\":\"%s\",\"why\":\"a court\"}".formatted(OWN))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("holdId");
    }

    private void legalHolds() {
        String hold = "/v1/legal-holds/" + hold();
        samples.put(
                "POST /v1/legal-holds",
                json("POST", "/v1/legal-holds", "{\"schoolId\":\"%s\",\"why\":\"a court\"}".formatted(OWN)));
        samples.put("GET /v1/legal-holds", get("/v1/legal-holds"));
        samples.put("GET /v1/legal-holds/{holdId}", get(hold));
        samples.put("POST /v1/legal-holds/{holdId}/lift", json("POST", hold + "/lift", WHY));
    }

    private static Sample.Parts newErasure() {
        return new Sample.Parts(
                "POST",
                "/v1/erasures",
                "application/json",
                "{\"studentId\":\"%s\",\"why\":\"asked by the matrix\"}".formatted(fresh("nobody")));
    }

    private void erasures() {
        String order = given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json")
                .body(newErasure().body())
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .extract()
                .path("orderId");
        samples.put("POST /v1/erasures", Sample.made(AccessMatrixQuarkusTest::newErasure));
        samples.put("GET /v1/erasures", get("/v1/erasures"));
        samples.put("GET /v1/erasures/{orderId}", get("/v1/erasures/" + order));
    }

    private void mandatedReports() {
        samples.put("GET /v1/mandated-reporting", get("/v1/mandated-reporting?school=" + OWN));
        samples.put(
                "POST /v1/mandated-reports",
                json("POST", "/v1/mandated-reports", "{\"studentId\":\"%s\",\"schoolId\":\"%s\"}".formatted(ana, OWN)));
        samples.put("GET /v1/mandated-reports", get("/v1/mandated-reports"));
        samples.put(
                "DELETE /v1/mandated-reports/{reportId}",
                json("DELETE", "/v1/mandated-reports/another-ones", "").orTaken(404));
        samples.put(
                "POST /v1/mandated-reports/for-a-court",
                json(
                        "POST",
                        "/v1/mandated-reports/for-a-court",
                        "{\"studentId\":\"%s\",\"order\":\"an order\"}".formatted(ana)));
    }

    @Test
    void everybodyMayDoWhatThePageSaysAndNothingElse() throws Exception {
        tasks();
        calling();
        leading();
        languages();
        calls();
        followUps();
        students();
        grants();
        legalHolds();
        erasures();
        mandatedReports();
        samples.put("POST /v1/disclosures", json("POST", "/v1/disclosures", """
                        {"studentId":"%s","recipient":"a court","what":"attendance","why":"a subpoena"}""".formatted(ana)));
        samples.put("GET /v1/students/{studentId}/disclosures", get("/v1/students/" + ana + "/disclosures"));

        samples.andOperation().ask("outreach-service", 1_000);
    }
}
