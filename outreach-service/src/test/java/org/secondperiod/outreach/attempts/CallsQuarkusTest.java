package org.secondperiod.outreach.attempts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** What callers log, and what becomes of it. Ana is to be called; it is 08:50, and the last bell is at 14:40. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CallsQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    TestTopics topics;

    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String guardian = fresh("guardian");
    private final String rivera = fresh("rivera");
    private final String osei = fresh("osei");
    private final String number =
            "+1718555" + (1000 + ThreadLocalRandom.current().nextInt(9000));
    private String building = "";

    @BeforeEach
    void anaIsToBeCalled() {
        clock.set(at("08:50"));
        building = told.schoolHeardAt(school, "08:50");
        toBeCalled(ana);
        as(osei, "caller").get("/v1/grants/mine");
    }

    private void toBeCalled(String student) {
        told.enrolled(student, school);
        told.person(student, "Ana", "Peña", List.of(), List.of(mother()));
        told.absent(student, school);
        concluded.awaitTask(student, school, "OPEN");
    }

    private Contact mother() {
        return new Contact(
                guardian,
                "Maria",
                "Peña",
                "mother",
                1,
                "es",
                false,
                null,
                true,
                null,
                List.of(new Phone(number, number, "mobile", null)));
    }

    private RequestSpecification as(String who, String role) {
        return given().auth().oauth2(TestTokens.person(who, role, school)).contentType("application/json");
    }

    private String task(String student) {
        return String.valueOf(concluded.task(student, school).orElseThrow().get("task_id"));
    }

    private void claim(String who, String student) {
        as(who, "caller")
                .post("/v1/call-tasks/{id}/claim", task(student))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse log(String who, String student, String body) {
        return as(who, "caller")
                .body(body)
                .post("/v1/call-tasks/{id}/attempts", task(student))
                .then();
    }

    private JsonPath logged(String who, String student, String body) {
        return log(who, student, body).statusCode(201).extract().jsonPath();
    }

    private @Nullable String nextOf(String who) {
        var answer = as(who, "caller")
                .body("{\"schools\":[\"%s\"]}".formatted(school))
                .post("/v1/call-tasks/next")
                .then()
                .extract();
        return answer.statusCode() == 204 ? null : answer.path("studentId");
    }

    private List<CallLogged> toldCalls(String student) {
        return topics.readAll(Topics.CALLS).stream()
                .filter(event -> event.studentId().equals(student))
                .toList();
    }

    private static long count(String sql) {
        return TestDatabase.asOwner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void noAnswerPutsTheFamilyBackUntilItIsTimeToCallAgain() {
        claim(rivera, ana);

        log(rivera, ana, """
                        {"outcome":"NO_ANSWER","contactId":"%s","number":"%s"}""".formatted(guardian, number))
                .statusCode(201)
                .body("tasks.state", contains("OPEN"))
                .body("tasks[0].callAgainAt", equalTo("2026-10-14T13:20:00Z"))
                .body("undoUntil", equalTo("2026-10-14T12:52:00Z"))
                .body("attempts.calledBy", contains(rivera));

        assertThat(nextOf(osei)).isNull();
        clock.set(at("09:20"));
        told.heartbeat(building, "09:20");
        await().atMost(SOON).untilAsserted(() -> assertThat(nextOf(osei)).isEqualTo(ana));
        await().atMost(SOON).untilAsserted(() -> assertThat(toldCalls(ana)).hasSize(1));
        assertThat(toldCalls(ana).getFirst().outcome()).isEqualTo(CallLogged.Outcome.NO_ANSWER);
    }

    @Test
    void whatContradictsItselfIsRefusedWithItsFieldAndNothingIsKept() {
        claim(rivera, ana);

        log(rivera, ana, "{\"outcome\":\"NO_ANSWER\",\"result\":\"COMING_IN_TODAY\"}")
                .statusCode(422)
                .body("violations.field", contains("result", "comingBy"));
        log(rivera, ana, "{\"outcome\":\"REACHED_GUARDIAN\"}")
                .statusCode(422)
                .body("violations.field", contains("result"));
        log(rivera, ana, "{}").statusCode(422).body("violations.field", contains("outcome"));
        log(rivera, ana, "{\"outcome\":\"WRONG_NUMBER\"}").statusCode(422).body("violations.field", contains("number"));
        log(rivera, ana, "{\"outcome\":\"NO_ANSWER\",\"startedAt\":\"2026-10-13T12:00:00Z\"}")
                .statusCode(422)
                .body("violations.field", contains("startedAt"));
        log(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"UNDETERMINED","owner":"nobody-here"}""").statusCode(422).body("violations.field", contains("owner"));

        assertThat(count("SELECT count(*) FROM call_attempt WHERE student_id = '%s'".formatted(ana)))
                .isZero();
        assertThat(concluded.task(ana, school).orElseThrow().get("state")).isEqualTo("CLAIMED");
    }

    @Test
    void aWrongNumberLeavesTheTaskWithTheCaller() {
        claim(rivera, ana);

        logged(rivera, ana, "{\"outcome\":\"WRONG_NUMBER\",\"number\":\"%s\"}".formatted(number));

        assertThat(concluded.task(ana, school).orElseThrow())
                .containsEntry("state", "CLAIMED")
                .containsEntry("claimed_by", rivera);
        assertThat(count("""
                        SELECT count(*) FROM call_attempt a JOIN student_number n ON n.entry = a.number_entry
                        WHERE a.student_id = '%s'""".formatted(ana)))
                .as("the number is found by its entry, and lies nowhere in the clear")
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM call_attempt t WHERE t::text LIKE '%%%s%%'"
                        .formatted(number.substring(2))))
                .isZero();
    }

    @Test
    void anArrivalInTimeKeepsTheFamilysPromise() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"COMING_IN_TODAY","comingBy":"2026-10-14T10:15:00-04:00","reason":"TRANSPORT",
                 "promises":[{"what":"A MetroCard","dueAt":"2026-10-14T15:00:00-04:00","owner":"%s"}]}""".formatted(osei));
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("state", "AWAITING_ARRIVAL");

        clock.set(at("10:05"));
        told.scan(ana, building, "10:04");
        concluded.awaitTask(ana, school, "ARRIVED");

        as(rivera, "caller")
                .get("/v1/promises?state=KEPT&state=OPEN&school=" + school)
                .then()
                .statusCode(200)
                .body("items.find { it.side == 'FAMILY' }.state", equalTo("KEPT"))
                .body("items.find { it.side == 'FAMILY' }.endedAt", equalTo("2026-10-14T14:04:00Z"))
                .body("items.find { it.side == 'SCHOOL' }.what", equalTo("A MetroCard"))
                .body("items.find { it.side == 'SCHOOL' }.owner", equalTo(osei))
                .body("items.find { it.side == 'SCHOOL' }.student.givenName", equalTo("Ana"));
    }

    @Test
    void whoWasPromisedAndDoesNotComeGoesToTheFollowUps() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"COMING_IN_TODAY","comingBy":"2026-10-14T09:15:00-04:00","reason":"OVERSLEPT"}""");

        clock.set(at("09:15"));
        told.heartbeat(building, "09:15");
        concluded.awaitTask(ana, school, "DONE");

        JsonPath mine = as(rivera, "caller")
                .get("/v1/follow-ups?owner=me&due=true")
                .then()
                .statusCode(200)
                .body("items.kind", contains("DID_NOT_COME"))
                .extract()
                .jsonPath();
        String id = mine.getString("items[0].followUpId");
        assertThat(nextOf(osei)).as("it does not go back to the phone").isNull();

        as(fresh("lead"), "attendance-lead")
                .header("If-Match", "\"1\"")
                .body("{\"owner\":\"%s\",\"dueAt\":\"2026-10-14T12:00:00-04:00\"}".formatted(osei))
                .post("/v1/follow-ups/{id}/reassign", id)
                .then()
                .statusCode(200)
                .body("owner", equalTo(osei));
        as(rivera, "caller")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/v1/follow-ups/{id}/done", id)
                .then()
                .statusCode(412);
        as(osei, "caller")
                .body("{\"cameOfIt\":\"Came at noon\"}")
                .post("/v1/follow-ups/{id}/done", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("cameOfIt", equalTo("Came at noon"));
        as(osei, "caller")
                .body("{}")
                .post("/v1/follow-ups/{id}/done", id)
                .then()
                .statusCode(409);
        as(osei, "caller")
                .get("/v1/follow-ups/{id}/history", id)
                .then()
                .statusCode(200)
                .body("items.what", contains("OPENED", "REASSIGNED", "DONE"));
    }

    @Test
    void aScanThatIsToldLateMendsABrokenPromise() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"COMING_IN_TODAY","comingBy":"2026-10-14T09:15:00-04:00"}""");
        clock.set(at("09:16"));
        concluded.awaitTask(ana, school, "DONE");

        told.scan(ana, building, "09:05");

        await().atMost(SOON)
                .untilAsserted(() -> as(rivera, "caller")
                        .get("/v1/promises?state=KEPT&student=" + ana)
                        .then()
                        .body("items", hasSize(1)));
        as(rivera, "caller").get("/v1/follow-ups?student=" + ana).then().body("items", empty());
    }

    @Test
    void oneCallCoversTheHouseholdAndWhomItDoesNotCoverIsAskedAboutAndNotCalled() {
        String luis = fresh("luis");
        String eva = fresh("eva");
        toBeCalled(luis);
        toBeCalled(eva);
        claim(rivera, ana);

        JsonPath call = logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_VALID_REASON","reason":"ILLNESS","note":"Ana has a fever",
                 "alsoFor":[{"taskId":"%s","result":"COMING_IN_TODAY","comingBy":"2026-10-14T10:00:00-04:00"}]}""".formatted(task(luis)));

        assertThat(call.getList("attempts.studentId")).containsExactly(ana, luis);
        assertThat(call.getList("attempts.callId")).hasSize(2).containsOnly(call.getString("callId"));
        assertThat(call.getList("tasks.state")).containsExactly("DONE", "AWAITING_ARRIVAL");
        assertThat(call.getString("attempts[1].note"))
                .as("a note is of one student")
                .isNull();
        assertThat(concluded.task(eva, school).orElseThrow()).containsEntry("state", "OPEN");
        assertThat(nextOf(osei)).as("the household is not called again").isNull();
        as(rivera, "caller")
                .get("/v1/follow-ups?owner=me&student=" + eva)
                .then()
                .body("items.kind", contains("ASK_ABOUT_A_SIBLING"));
        claim(osei, eva);
    }

    @Test
    void aCallLoggedAfterItsTimeHasRunOutIsTakenInAlthoughSomebodyElseHasTheTask() {
        claim(rivera, ana);
        clock.set(at("09:01"));
        told.heartbeat(building, "09:01");
        await().atMost(SOON).untilAsserted(() -> claim(osei, ana));

        JsonPath call = logged(rivera, ana, """
                {"outcome":"NO_ANSWER","note":"Rang for a minute","startedAt":"2026-10-14T08:58:00-04:00"}""");

        assertThat(call.getString("attempts[0].note")).isEqualTo("Rang for a minute");
        assertThat(call.getString("attempts[0].startedAt")).isEqualTo("2026-10-14T12:58:00Z");
        assertThat(call.getString("attempts[0].recordedAt")).isEqualTo("2026-10-14T13:01:00Z");
        assertThat(call.getString("tasks[0].claimedBy")).isEqualTo(osei);
        assertThat(call.getString("tasks[0].state")).isEqualTo("CLAIMED");

        JsonPath reached = logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER"}""");
        assertThat(reached.getString("tasks[0].state"))
                .as("nobody calls a second time")
                .isEqualTo("DONE");
    }

    @Test
    void theSameRequestAgainIsOneCall() {
        claim(rivera, ana);
        String body = "{\"outcome\":\"BUSY\"}";
        String key = fresh("key");

        String first = as(rivera, "caller")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/call-tasks/{id}/attempts", task(ana))
                .then()
                .statusCode(201)
                .extract()
                .path("callId");
        String second = as(rivera, "caller")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/call-tasks/{id}/attempts", task(ana))
                .then()
                .statusCode(201)
                .extract()
                .path("callId");

        assertThat(second).isEqualTo(first);
        assertThat(count("SELECT count(*) FROM call_attempt WHERE student_id = '%s'".formatted(ana)))
                .isEqualTo(1);
    }

    @Test
    void whoLoggedACallTakesItBackAtOnceWithAllItLeft() {
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"COMING_IN_TODAY","comingBy":"2026-10-14T10:15:00-04:00",
                         "flags":["WHEREABOUTS_NOT_KNOWN"]}""").getString("attempts[0].attemptId");
        as(osei, "caller").post("/v1/attempts/{id}/undo", id).then().statusCode(409);

        clock.set(at("08:51"));
        as(rivera, "caller")
                .post("/v1/attempts/{id}/undo", id)
                .then()
                .statusCode(200)
                .body("undone", equalTo(true));
        as(rivera, "caller").post("/v1/attempts/{id}/undo", id).then().statusCode(200);

        assertThat(concluded.task(ana, school).orElseThrow())
                .containsEntry("state", "CLAIMED")
                .containsEntry("claimed_by", rivera)
                .containsEntry("attempted", false);
        as(rivera, "caller").get("/v1/promises?student=" + ana).then().body("items", empty());
        as(rivera, "caller")
                .get("/v1/escalations?day=2026-10-14&school=" + school)
                .then()
                .body("items.state", contains("WITHDRAWN"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(toldCalls(ana))
                        .extracting(CallLogged::undone)
                        .containsExactly(null, true));
    }

    @Test
    void laterItIsCorrectedAndNotTakenBack() {
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","note":"first words"}""").getString("attempts[0].attemptId");
        clock.set(at("09:10"));
        as(rivera, "caller")
                .post("/v1/attempts/{id}/undo", id)
                .then()
                .statusCode(409)
                .body("seconds", equalTo(120));
        String correction = """
                {"outcome":"REACHED_GUARDIAN","result":"COMING_IN_TODAY","comingBy":"2026-10-14T10:15:00-04:00","reason":"TRANSPORT"}""";

        as(osei, "caller").body(correction).put("/v1/attempts/{id}", id).then().statusCode(409);
        as(rivera, "caller")
                .header("If-Match", "\"7\"")
                .body(correction)
                .put("/v1/attempts/{id}", id)
                .then()
                .statusCode(412);
        as(rivera, "caller")
                .body("{\"outcome\":\"NO_ANSWER\",\"result\":\"UNDETERMINED\"}")
                .put("/v1/attempts/{id}", id)
                .then()
                .statusCode(422);
        as(rivera, "caller")
                .header("If-Match", "\"1\"")
                .body(correction)
                .put("/v1/attempts/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("result", equalTo("COMING_IN_TODAY"))
                .body("note", equalTo("first words"));

        as(osei, "caller")
                .get("/v1/attempts/{id}/history", id)
                .then()
                .statusCode(200)
                .body("items.what", contains("LOGGED", "CORRECTED"))
                .body("items.result", contains("WILL_NOT_COME_OTHER", "COMING_IN_TODAY"))
                .body("items[0].note", equalTo("first words"));
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("state", "AWAITING_ARRIVAL");
        as(rivera, "caller").get("/v1/promises?student=" + ana).then().body("items.state", contains("OPEN"));
    }

    @Test
    void aFlagEscalatesAtOnceAndGoesToThePrincipalUntilTheChildIsFoundSafe() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"UNDETERMINED","flags":["GUARDIAN_NOT_AWARE","WHEREABOUTS_NOT_KNOWN"]}""");
        String escalations = "/v1/escalations?day=2026-10-14&school=" + school;
        String id = as(rivera, "caller")
                .get(escalations)
                .then()
                .statusCode(200)
                .body("items[0].isWith", equalTo("LEAD"))
                .body("items[0].reasons", contains("GUARDIAN_NOT_AWARE", "WHEREABOUTS_NOT_KNOWN"))
                .extract()
                .path("items[0].escalationId");
        as(rivera, "caller").post("/v1/escalations/{id}/acknowledge", id).then().statusCode(403);

        clock.set(at("09:00"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        as(rivera, "caller").get(escalations).then().body("items[0].isWith", equalTo("PRINCIPAL")));
        String principal = fresh("bianchi");
        as(principal, "principal")
                .post("/v1/escalations/{id}/acknowledge", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("acknowledgedBy", equalTo(principal));
        as(osei, "caller")
                .body("{\"by\":\"m.ortiz\",\"note\":\"At the bus stop\"}")
                .post("/v1/escalations/{id}/found-safe", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FOUND_SAFE"))
                .body("foundBy", equalTo("m.ortiz"))
                .body("foundAt", equalTo("2026-10-14T13:00:00Z"))
                .body("endedBy", equalTo(osei));
        as(osei, "caller")
                .body("{}")
                .post("/v1/escalations/{id}/found-safe", id)
                .then()
                .statusCode(409);
    }

    @Test
    void whoLeftForSchoolIsLookedForAndEscalatesAfterTwentyMinutes() {
        claim(rivera, ana);
        logged(rivera, ana, "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"SAYS_LEFT_FOR_SCHOOL\"}");
        as(osei, "caller")
                .get("/v1/building-checks?day=2026-10-14&school=" + school)
                .then()
                .body("items.state", contains("OPEN"))
                .body("items[0].dueAt", equalTo("2026-10-14T13:10:00Z"));

        clock.set(at("09:10"));

        concluded.awaitTask(ana, school, "DONE");
        as(osei, "caller")
                .get("/v1/escalations?day=2026-10-14&school=" + school)
                .then()
                .body("items[0].reasons", contains("BUILDING_CHECK_OVERDUE"));
    }

    @Test
    void whoIsFoundInTheBuildingIsSeen() {
        claim(rivera, ana);
        logged(rivera, ana, "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"SAYS_LEFT_FOR_SCHOOL\"}");
        String check = as(osei, "caller")
                .get("/v1/building-checks?day=2026-10-14&school=" + school)
                .then()
                .extract()
                .path("items[0].checkId");
        as(osei, "caller")
                .get("/v1/building-checks/{id}", check)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("OPEN"));

        as(osei, "caller")
                .body("{\"found\":true}")
                .post("/v1/building-checks/{id}/result", check)
                .then()
                .statusCode(200)
                .body("state", equalTo("FOUND"))
                .body("endedBy", equalTo(osei));

        concluded.awaitState(ana, school, "SEEN_IN_SCHOOL");
        concluded.awaitTask(ana, school, "WITHDRAWN");
        as(osei, "caller")
                .body("{\"found\":false}")
                .post("/v1/building-checks/{id}/result", check)
                .then()
                .statusCode(409);
    }

    @Test
    void aFamilyThatHasCalledIsNotCalled() {
        String ben = fresh("ben");
        clock.set(at("07:40"));
        told.enrolled(ben, school);
        told.person(ben, "Ben", "Reid");
        await().atMost(SOON)
                .untilAsserted(() -> as(rivera, "caller")
                        .body("""
                                {"schoolId":"%s","how":"INCOMING_CALL","with":"GUARDIAN","result":"WILL_NOT_COME_VALID_REASON",
                                 "reason":"ILLNESS","absentThrough":"2026-10-16"}""".formatted(school))
                        .header("Idempotency-Key", ben)
                        .post("/v1/students/{id}/conversations", ben)
                        .then()
                        .statusCode(201)
                        .body("channel", equalTo("INCOMING_CALL"))
                        .body("outcome", equalTo("REACHED_GUARDIAN"))
                        .body("taskId", nullValue()));

        clock.set(at("08:50"));
        told.heartbeat(building, "08:50");
        told.absent(ben, school);

        concluded.awaitTask(ben, school, "DONE");
        as(rivera, "caller")
                .get("/v1/call-tasks/{id}/why", task(ben))
                .then()
                .body("steps.what", contains("OPENED", "TOLD_BEFORE"));
        as(rivera, "caller")
                .get("/v1/follow-ups?student=" + ben)
                .then()
                .body("items.kind", contains("ENTER_THE_ABSENCE"));
        as(rivera, "caller")
                .get("/v1/students/{id}/calls", ben)
                .then()
                .body("items.channel", contains("INCOMING_CALL"));
    }

    @Test
    void aCallAboutAChildWhoWasInTheBuildingIsRecordedWithItsCause() {
        claim(rivera, ana);
        String id = logged(rivera, ana, "{\"outcome\":\"VOICEMAIL_LEFT\"}").getString("attempts[0].attemptId");
        clock.set(at("11:00"));

        told.scan(ana, building, "07:50");

        concluded.awaitState(ana, school, "IN_BUILDING");
        as(rivera, "caller")
                .get("/v1/attempts/{id}", id)
                .then()
                .body("inError.cause", equalTo("SCAN_CAME_LATE"))
                .body("inError.evidenceAt", equalTo("2026-10-14T11:50:00Z"))
                .body("inError.by", nullValue());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(toldCalls(ana))
                        .extracting(CallLogged::inError)
                        .containsExactly(null, "SCAN_CAME_LATE"));
        as(osei, "caller")
                .body("{\"cause\":\"NO_SCAN_AT_THE_DOOR\"}")
                .put("/v1/attempts/{id}/error", id)
                .then()
                .statusCode(200)
                .body("inError.by", equalTo(osei));
    }

    @Test
    void whatSomebodyElseSaysIsAtTheRootIsNotReplacedUnseen() {
        claim(rivera, ana);
        var call = logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","reason":"TRANSPORT",
                 "promises":[{"what":" A MetroCard,\\nfor two ","dueAt":"2026-10-15T15:00:00-04:00"}]}""");
        String id = call.getString("attempts[0].attemptId");
        String seen = "\"" + call.getLong("attempts[0].version") + "\"";
        String path = "/v1/attempts/" + id + "/root-cause";
        as(osei, "caller")
                .header("If-Match", seen)
                .body("{\"cause\":\"BARRIER\"}")
                .put(path)
                .then()
                .statusCode(200);

        as(rivera, "caller")
                .header("If-Match", seen)
                .body("{\"cause\":\"AVERSION\"}")
                .put(path)
                .then()
                .statusCode(412)
                .body("type", endsWith("changed-meanwhile"));

        as(rivera, "caller").get("/v1/attempts/{id}", id).then().body("rootCause.cause", equalTo("BARRIER"));
        String promise = as(rivera, "caller")
                .get("/v1/promises?student=" + ana)
                .then()
                .extract()
                .path("items[0].promiseId");
        as(rivera, "caller")
                .get("/v1/promises/{id}", promise)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("what", equalTo(" A MetroCard,\nfor two "));
    }

    @Test
    void restrictedNotesAndRootCausesAreForThoseWhoMayReadThem() {
        String secret = "Her asthma is bad again, " + fresh("secret");
        String nurse = TestGrants.of(fresh("nurse"))
                .with(Grant.RESTRICTED_NOTES, "caller", school)
                .hold();
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_VALID_REASON","reason":"ILLNESS","note":"%s","restricted":true}""".formatted(secret)).getString("attempts[0].attemptId");
        as(osei, "caller")
                .body("{\"cause\":\"AVERSION\"}")
                .put("/v1/attempts/{id}/root-cause", id)
                .then()
                .statusCode(200)
                .body("rootCause.cause", equalTo("AVERSION"))
                .body("noteRestricted", equalTo(true))
                .body(not(containsString(secret)));

        given().auth().oauth2(nurse).get("/v1/attempts/{id}", id).then().body("note", equalTo(secret));
        String timeline = "/v1/students/%s/timeline?day=2026-10-14".formatted(ana);
        given().auth()
                .oauth2(nurse)
                .get(timeline)
                .then()
                .statusCode(200)
                .body("entries.kind", hasItem("CALL"))
                .body("entries.find { it.kind == 'CALL' }.inCodes.call.outcome", equalTo("REACHED_GUARDIAN"))
                .body("entries.find { it.kind == 'CALL' }.inCodes.call.reason", equalTo("ILLNESS"))
                .body("entries.find { it.kind == 'CALL' }.inCodes.call.undone", equalTo(false))
                .body("entries.find { it.kind == 'CALL' }.inCodes.call.note.text", equalTo(secret))
                .body(containsString(secret))
                .body(not(containsString("AVERSION")));
        as(osei, "caller")
                .get(timeline)
                .then()
                .body(containsString("a note about health or safety"))
                .body("entries.find { it.kind == 'CALL' }.inCodes.call.note.hidden", equalTo(true))
                .body(not(containsString(secret)));
        given().auth()
                .oauth2(TestTokens.system("front", "outreach:read", school))
                .get(timeline)
                .then()
                .statusCode(200)
                .body(not(containsString(secret)))
                .body(not(containsString("a note about health")));
        assertThat(count("SELECT count(*) FROM call_attempt t WHERE t::text LIKE '%asthma%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM call_attempt_version t WHERE t::text LIKE '%asthma%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM idempotency_key t WHERE t::text LIKE '%asthma%'"))
                .isZero();
        assertThat(topics.readAll("outreach.calls.v1").toString()).doesNotContain("asthma");
    }

    @Test
    void aRootCauseIsToldInItsCodeWithTheCallAndTakenBackLikeThat() {
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","reason":"OVERSLEPT"}""").getString("attempts[0].attemptId");
        String path = "/v1/attempts/" + id + "/root-cause";

        as(osei, "caller").body("{\"cause\":\"BARRIER\"}").put(path).then().statusCode(200);
        as(rivera, "caller").body("{\"cause\":\"MARK_WAS_WRONG\"}").put("/v1/attempts/" + id + "/error");
        as(osei, "caller").body("{}").put(path).then().statusCode(200);

        await().untilAsserted(() -> {
            List<CallLogged> told = toldCalls(ana).stream()
                    .sorted(Comparator.comparingLong(CallLogged::version))
                    .toList();
            assertThat(told).extracting(CallLogged::version).doesNotHaveDuplicates();
            assertThat(told.getFirst().rootCause()).isNull();
            assertThat(told.get(1).rootCause()).isEqualTo(CallLogged.RootCause.BARRIER);
            assertThat(told.get(1).reasonToday()).isEqualTo("overslept");
            assertThat(told.get(told.size() - 2).rootCause()).isEqualTo(CallLogged.RootCause.BARRIER);
            assertThat(told.getLast().rootCause()).isNull();
            assertThat(told).hasSizeGreaterThanOrEqualTo(3);
        });
        assertThat(count("SELECT count(*) FROM call_attempt_version WHERE attempt_id = '%s' AND what = 'LOGGED'"
                        .formatted(id)))
                .isOne();
    }

    @Test
    void aKnownAbsenceThatComesLateLeavesAFinishedCallAsItIs() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_VALID_REASON","reason":"ILLNESS"}""");

        told.knownAbsence(ana, KnownAbsence.Reason.FAMILY_REPORTED);

        concluded.awaitState(ana, school, "EXPLAINED");
        assertThat(concluded.task(ana, school).orElseThrow())
                .containsEntry("state", "DONE")
                .containsEntry("flag", "EXPLAINED");
    }

    @Test
    void whoCallsAtAnotherSchoolSeesAndLogsNothing() {
        claim(rivera, ana);
        String id = logged(rivera, ana, "{\"outcome\":\"BUSY\"}").getString("attempts[0].attemptId");
        other().get("/v1/attempts/{id}", id).then().statusCode(404);
        other().body("{\"outcome\":\"BUSY\"}")
                .post("/v1/call-tasks/{id}/attempts", task(ana))
                .then()
                .statusCode(404);
        other().get("/v1/students/{id}/calls", ana).then().statusCode(404);
    }

    private static RequestSpecification other() {
        return given().auth()
                .oauth2(TestTokens.person("okafor-elsewhere", "caller", "school-elsewhere"))
                .contentType("application/json");
    }

    @Test
    void aCallThatIsTakenBackPutsBrothersAndSistersBackIntoTheQueue() {
        String luis = fresh("luis");
        toBeCalled(luis);
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER"}""").getString("attempts[0].attemptId");
        assertThat(nextOf(osei)).isNull();

        as(rivera, "caller").post("/v1/attempts/{id}/undo", id).then().statusCode(200);

        as(osei, "caller").get("/v1/call-tasks/{id}", task(luis)).then().body("householdReachedAt", nullValue());
        assertThat(nextOf(osei)).as("while the household is on the phone again").isNull();
        as(rivera, "caller")
                .delete("/v1/call-tasks/{id}/claim", task(ana))
                .then()
                .statusCode(200);
        assertThat(nextOf(osei)).isIn(ana, luis);
        as(rivera, "caller").get("/v1/follow-ups?student=" + luis).then().body("items", empty());
    }

    @Test
    void aCallOfAHouseholdIsTakenBackForAllWhomItWasAbout() {
        String abel = fresh("abel");
        toBeCalled(abel);
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER",
                         "alsoFor":[{"taskId":"%s","result":"COMING_IN_TODAY","comingBy":"2026-10-14T10:00:00-04:00"}]}""".formatted(task(abel))).getString("attempts[0].attemptId");

        as(rivera, "caller")
                .post("/v1/attempts/{id}/undo", id)
                .then()
                .statusCode(200)
                .body("tasksLeft", empty());

        assertThat(concluded.task(ana, school).orElseThrow())
                .as("hers is the call that was taken back, whoever comes first by their id")
                .containsEntry("state", "CLAIMED")
                .containsEntry("claimed_by", rivera);
        assertThat(concluded.task(abel, school).orElseThrow())
                .containsEntry("state", "OPEN")
                .containsEntry("attempted", false);
        as(rivera, "caller").get("/v1/promises?student=" + abel).then().body("items", empty());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(toldCalls(abel)).extracting(CallLogged::undone).containsExactly(null, true);
            assertThat(concluded.toldTasks(abel))
                    .extracting(CallTaskChanged::state)
                    .endsWith(CallTaskChanged.State.AWAITING_ARRIVAL, CallTaskChanged.State.OPEN);
        });
        assertThat(count("SELECT count(*) FROM audit WHERE operation = 'undoAttempt' AND students @> ARRAY['%s', '%s']"
                        .formatted(ana, abel)))
                .isPositive();
    }

    @Test
    void whatHasBecomeOfASiblingsTaskSinceStaysAndTheAnswerSaysSo() {
        String luis = fresh("luis");
        toBeCalled(luis);
        claim(rivera, ana);
        String says = "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"WILL_NOT_COME_OTHER\"%s}";
        String id = logged(rivera, ana, says.formatted(",\"alsoFor\":[{\"taskId\":\"%s\"}]".formatted(task(luis))))
                .getString("attempts[0].attemptId");
        logged(osei, luis, says.formatted(""));

        String key = fresh("key");
        for (int i = 0; i < 2; i++) {
            as(rivera, "caller")
                    .header("Idempotency-Key", key)
                    .post("/v1/attempts/{id}/undo", id)
                    .then()
                    .statusCode(200)
                    .body("tasksLeft", contains(task(luis)));
        }

        assertThat(concluded.task(luis, school).orElseThrow()).containsEntry("state", "DONE");
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("state", "CLAIMED");
        as(rivera, "caller").get("/v1/attempts/{id}", id).then().body("tasksLeft", nullValue());
    }

    @Test
    void aSiblingsOwnCallIsTakenBackAlsoAfterThatOfTheHousehold() {
        String luis = fresh("luis");
        toBeCalled(luis);
        claim(rivera, ana);
        String says = "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"WILL_NOT_COME_OTHER\"}";
        String first = logged(rivera, ana, says).getString("attempts[0].attemptId");
        String second = logged(osei, luis, says).getString("attempts[0].attemptId");

        as(rivera, "caller").post("/v1/attempts/{id}/undo", first).then().statusCode(200);
        assertThat(concluded.task(luis, school).orElseThrow()).containsEntry("state", "DONE");
        as(osei, "caller")
                .post("/v1/attempts/{id}/undo", second)
                .then()
                .statusCode(200)
                .body("tasksLeft", empty());

        assertThat(concluded.task(luis, school).orElseThrow())
                .containsEntry("state", "CLAIMED")
                .containsEntry("claimed_by", osei);
        as(osei, "caller").get("/v1/call-tasks/{id}", task(luis)).then().body("householdReachedAt", nullValue());
    }

    @Test
    void whereNobodyWasReachedAfterAllBrothersAndSistersAreCalledAgain() {
        String luis = fresh("luis");
        String eva = fresh("eva");
        toBeCalled(luis);
        toBeCalled(eva);
        claim(rivera, ana);
        JsonPath call = logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER",
                 "alsoFor":[{"taskId":"%s","result":"COMING_IN_TODAY","comingBy":"2026-10-14T10:00:00-04:00"}]}""".formatted(task(luis)));
        as(rivera, "caller")
                .get("/v1/follow-ups?student=" + eva)
                .then()
                .body("items.kind", contains("ASK_ABOUT_A_SIBLING"));
        assertThat(nextOf(osei)).as("the household was reached").isNull();
        clock.set(at("08:55"));

        as(rivera, "caller")
                .body("{\"outcome\":\"NO_ANSWER\"}")
                .put("/v1/attempts/{id}", call.getString("attempts[0].attemptId"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NO_ANSWER"))
                .body("tasksLeft", empty());

        for (String student : List.of(ana, luis)) {
            assertThat(concluded.task(student, school).orElseThrow()).containsEntry("state", "OPEN");
        }
        as(rivera, "caller")
                .get("/v1/attempts/{id}/history", call.getString("attempts[1].attemptId"))
                .then()
                .body("items.what", contains("LOGGED", "CORRECTED"))
                .body("items.outcome", contains("REACHED_GUARDIAN", "NO_ANSWER"))
                .body("items[1].result", nullValue());
        as(rivera, "caller").get("/v1/promises?student=" + luis).then().body("items", empty());
        as(rivera, "caller").get("/v1/follow-ups?student=" + eva).then().body("items", empty());
        assertThat(nextOf(osei))
                .as("the others are to be called a little later")
                .isEqualTo(eva);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(toldCalls(luis))
                        .extracting(CallLogged::outcome)
                        .containsExactly(CallLogged.Outcome.REACHED_GUARDIAN, CallLogged.Outcome.NO_ANSWER));
    }

    @Test
    void aLeadCorrectsACallOfAHouseholdAtTheirOwnSchool() {
        String elsewhere = fresh("school");
        String luis = fresh("luis");
        told.schoolHeardAt(elsewhere, "08:50");
        told.enrolled(luis, elsewhere);
        told.absent(luis, elsewhere);
        concluded.awaitTask(luis, elsewhere, "OPEN");
        String both = TestTokens.person(rivera, "caller", school, elsewhere);
        JsonPath call = given().auth()
                .oauth2(both)
                .contentType("application/json")
                .body("""
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","alsoFor":[{"taskId":"%s"}]}""".formatted(
                                concluded.task(luis, elsewhere).orElseThrow().get("task_id")))
                .post("/v1/call-tasks/{id}/attempts", task(ana))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String nobody = "{\"outcome\":\"NO_ANSWER\"}";

        as(fresh("vega"), "attendance-lead")
                .body(nobody)
                .put("/v1/attempts/{id}", call.getString("attempts[0].attemptId"))
                .then()
                .statusCode(200)
                .body("tasksLeft", empty());
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("state", "OPEN");
        assertThat(concluded.task(luis, elsewhere).orElseThrow()).containsEntry("state", "DONE");

        given().auth()
                .oauth2(both)
                .contentType("application/json")
                .body(nobody)
                .put("/v1/attempts/{id}", call.getString("attempts[1].attemptId"))
                .then()
                .statusCode(200);
        assertThat(concluded.task(luis, elsewhere).orElseThrow()).containsEntry("state", "OPEN");
    }

    @Test
    void whoPromisedForTheSchoolIsAskedWhenItIsDue() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","reason":"TRANSPORT",
                 "promises":[{"what":"A MetroCard","dueAt":"2026-10-14T09:30:00-04:00","owner":"%s"}]}""".formatted(osei));
        int before = due(osei);

        clock.set(at("09:30"));

        await().atMost(SOON)
                .untilAsserted(() -> as(osei, "caller")
                        .get("/v1/follow-ups?owner=me&due=true")
                        .then()
                        .body("items.kind", contains("PROMISE_IS_DUE")));
        assertThat(List.of(before, due(osei), due(rivera))).containsExactly(0, 1, 0);
        String promise = as(osei, "caller")
                .get("/v1/promises?student=" + ana)
                .then()
                .body("items[0].overdue", equalTo(true))
                .extract()
                .path("items[0].promiseId");
        as(osei, "caller")
                .body("{\"how\":\"KEPT\"}")
                .post("/v1/promises/{id}/end", promise)
                .then()
                .statusCode(200)
                .body("state", equalTo("KEPT"))
                .body("endedBy", equalTo(osei));
        as(osei, "caller").get("/v1/follow-ups?owner=me").then().body("items", empty());
        assertThat(due(osei)).isZero();
    }

    private int due(String who) {
        return as(who, "caller")
                .get("/v1/follow-ups/count?school=" + school)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("due");
    }

    @Test
    void whoEndsAPromiseAsItWasBeforeIsToldSoAndEndsItAsItIs() {
        claim(rivera, ana);
        logged(rivera, ana, """
                {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","reason":"TRANSPORT",
                 "promises":[{"what":"A MetroCard","dueAt":"2026-10-14T15:00:00-04:00"}]}""");
        var shown = as(osei, "caller")
                .get("/v1/call-tasks/{id}/card", task(ana))
                .then()
                .statusCode(200)
                .extract();
        String promise = shown.path("promises[0].promiseId");
        String asShown = "\"" + shown.<Integer>path("promises[0].version") + "\"";
        as(rivera, "caller")
                .header("If-Match", asShown)
                .body("{\"how\":\"NOT_KEPT\"}")
                .post("/v1/promises/{id}/end", promise)
                .then()
                .statusCode(200);

        as(osei, "caller")
                .header("If-Match", asShown)
                .body("{\"how\":\"KEPT\"}")
                .post("/v1/promises/{id}/end", promise)
                .then()
                .statusCode(412)
                .body("type", endsWith("changed-meanwhile"));

        var now = as(osei, "caller")
                .get("/v1/promises/{id}", promise)
                .then()
                .body("state", equalTo("NOT_KEPT"))
                .body("endedBy", equalTo(rivera))
                .extract()
                .header("ETag");
        as(osei, "caller")
                .header("If-Match", now)
                .body("{\"how\":\"KEPT\"}")
                .post("/v1/promises/{id}/end", promise)
                .then()
                .statusCode(200)
                .body("state", equalTo("KEPT"));
    }

    @Test
    void whatTheFamilyPromisesInWordsIsTheirsAndIsAskedForWhenItIsDue() {
        claim(rivera, ana);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_VALID_REASON","reason":"APPOINTMENT",
                         "promises":[{"what":"The doctor's note","dueAt":"2026-10-14T09:30:00-04:00","owner":"%s","side":"FAMILY"},
                                     {"what":"A MetroCard","dueAt":"2026-10-15T15:00:00-04:00"}]}""".formatted(osei)).getString("attempts[0].attemptId");
        as(rivera, "caller")
                .body("{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"WILL_NOT_COME_OTHER\"}")
                .put("/v1/attempts/{id}", id)
                .then()
                .statusCode(200);
        as(rivera, "caller")
                .get("/v1/promises?student=" + ana)
                .then()
                .body("items.side", contains("FAMILY", "SCHOOL"))
                .body("items.kind", contains("OTHER", "OTHER"))
                .body("items.state", contains("OPEN", "OPEN"));

        clock.set(at("09:30"));
        told.scan(ana, building, "09:29");

        await().atMost(SOON)
                .untilAsserted(() -> as(osei, "caller")
                        .get("/v1/follow-ups?owner=me&due=true")
                        .then()
                        .body("items.kind", contains("PROMISE_IS_DUE"))
                        .body("items[0].promise.side", equalTo("FAMILY"))
                        .body("items[0].promise.what", equalTo("The doctor's note")));
        as(osei, "caller")
                .get("/v1/call-tasks/{id}/card", task(ana))
                .then()
                .statusCode(200)
                .body("promises.side", hasItem("FAMILY"));
    }

    @Test
    void aPromiseIsTheSchoolsOrTheFamilysAlsoInATalkAndNobodyElses() {
        claim(rivera, ana);
        log(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER",
                         "promises":[{"what":"A note","dueAt":"2026-10-15T15:00:00-04:00","side":"NURSE"}]}""").statusCode(422).body("violations.field", contains("promises[0].side"));

        as(rivera, "caller")
                .body("""
                        {"schoolId":"%s","how":"IN_PERSON","with":"GUARDIAN","note":"At the counter",
                         "promises":[{"what":"A note","dueAt":"2026-10-15T15:00:00-04:00","side":"FAMILY"}]}""".formatted(school))
                .post("/v1/students/{id}/conversations", ana)
                .then()
                .statusCode(201);

        as(rivera, "caller").get("/v1/promises?student=" + ana).then().body("items.side", contains("FAMILY"));
    }

    @Test
    void whatASheetThatIsKeyedInLeavesIsForWhoCalled() {
        String luis = fresh("luis");
        toBeCalled(luis);
        String id = logged(rivera, ana, """
                        {"outcome":"REACHED_GUARDIAN","result":"UNDETERMINED","calledBy":"%s","keepClaim":false,
                         "promises":[{"what":"A MetroCard","dueAt":"2026-10-15T15:00:00-04:00"}]}""".formatted(osei)).getString("attempts[0].attemptId");
        as(rivera, "caller")
                .body("{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"UNDETERMINED\",\"reason\":\"WORK\"}")
                .put("/v1/attempts/{id}", id)
                .then()
                .statusCode(200);

        as(osei, "caller")
                .get("/v1/follow-ups?owner=me&student=" + ana)
                .then()
                .body("items.kind", contains("UNDETERMINED"))
                .body("items.openedBy", contains(rivera))
                .body("items.version", contains(1));
        as(osei, "caller")
                .get("/v1/follow-ups?owner=me&student=" + luis)
                .then()
                .body("items.kind", contains("ASK_ABOUT_A_SIBLING"));
        as(osei, "caller").get("/v1/promises?student=" + ana).then().body("items.owner", contains(osei));
        as(rivera, "caller").get("/v1/follow-ups?owner=me").then().body("items", empty());
    }

    @Test
    void whatIsLeftWhereWhoCalledDoesNotWorkIsForWhoKeysItIn() {
        String elsewhere = fresh("school");
        String luis = fresh("luis");
        told.schoolHeardAt(elsewhere, "08:50");
        told.enrolled(luis, elsewhere);
        told.person(luis, "Luis", "Peña", List.of(), List.of(mother()));
        told.absent(luis, elsewhere);
        concluded.awaitTask(luis, elsewhere, "OPEN");
        String both = TestTokens.person(rivera, "caller", school, elsewhere);

        given().auth()
                .oauth2(both)
                .contentType("application/json")
                .body("""
                        {"outcome":"REACHED_GUARDIAN","result":"WILL_NOT_COME_OTHER","calledBy":"%s","keepClaim":false}""".formatted(osei))
                .post("/v1/call-tasks/{id}/attempts", task(ana))
                .then()
                .statusCode(201);

        given().auth()
                .oauth2(both)
                .get("/v1/follow-ups?student=" + luis)
                .then()
                .body("items.kind", contains("ASK_ABOUT_A_SIBLING"))
                .body("items.owner", contains(rivera));
    }

    /** The household was reached about Ana; whoever reached it is to ask about the other one. @return what they are to do */
    private String toBeAskedAbout(String sibling) {
        toBeCalled(sibling);
        claim(rivera, ana);
        logged(rivera, ana, "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"WILL_NOT_COME_OTHER\"}");
        return as(rivera, "caller")
                .get("/v1/follow-ups?owner=me&student=" + sibling)
                .then()
                .body("items.kind", contains("ASK_ABOUT_A_SIBLING"))
                .extract()
                .path("items[0].followUpId");
    }

    private ValidatableResponse stepsOf(String followUp) {
        return as(rivera, "caller")
                .get("/v1/follow-ups/{id}/history", followUp)
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyIsToAskAboutASiblingOfWhomTheFamilyHasToldUnlessThatIsTakenBack() {
        String luis = fresh("luis");
        String followUp = toBeAskedAbout(luis);
        logged(osei, luis, "{\"outcome\":\"NO_ANSWER\",\"keepClaim\":false}");
        stepsOf(followUp).body("items.what", contains("OPENED"));
        String says = "{\"outcome\":\"REACHED_GUARDIAN\",\"result\":\"WILL_NOT_COME_OTHER\"}";

        String id = logged(osei, luis, says).getString("attempts[0].attemptId");
        stepsOf(followUp).body("items.what", contains("OPENED", "WITHDRAWN")).body("items[1].by", equalTo(osei));
        as(osei, "caller").post("/v1/attempts/{id}/undo", id).then().statusCode(200);
        stepsOf(followUp).body("items.what", contains("OPENED", "WITHDRAWN", "REOPENED"));
        as(rivera, "caller")
                .get("/v1/follow-ups?owner=me&student=" + luis)
                .then()
                .body("items.followUpId", contains(followUp))
                .body("items[0].endedBy", nullValue())
                .body("items[0].endedAt", nullValue());

        String again = logged(osei, luis, says).getString("attempts[0].attemptId");
        as(rivera, "caller").get("/v1/follow-ups?student=" + luis).then().body("items", empty());
        as(osei, "caller")
                .body("{\"outcome\":\"NO_ANSWER\"}")
                .put("/v1/attempts/{id}", again)
                .then()
                .statusCode(200);
        as(rivera, "caller").get("/v1/follow-ups?student=" + luis).then().body("items.followUpId", contains(followUp));
        as(osei, "caller").body(says).put("/v1/attempts/{id}", again).then().statusCode(200);
        as(rivera, "caller").get("/v1/follow-ups?student=" + luis).then().body("items", empty());
    }

    @Test
    void nobodyIsToAskAboutASiblingWhoComesIn() {
        String luis = fresh("luis");
        String followUp = toBeAskedAbout(luis);

        clock.set(at("08:56"));
        told.scan(luis, building, "08:55");
        concluded.awaitTask(luis, school, "ARRIVED");

        stepsOf(followUp).body("items.what", contains("OPENED", "WITHDRAWN")).body("items[1].by", nullValue());
        as(rivera, "caller").get("/v1/follow-ups?student=" + luis).then().body("items", empty());
    }

    @Test
    void aSiblingIsToBeAskedAboutWhileTheyAreMissed() {
        String luis = fresh("luis");
        String followUp = toBeAskedAbout(luis);

        told.mark(luis, school, "1", "P", AttendanceCategory.PRESENT, "08:46", 2, false);
        concluded.awaitTask(luis, school, "WITHDRAWN");
        stepsOf(followUp).body("items.what", contains("OPENED", "WITHDRAWN"));

        told.mark(luis, school, "1", "A", AttendanceCategory.UNEXCUSED_ABSENCE, "08:47", 3, false);
        concluded.awaitTask(luis, school, "OPEN");
        stepsOf(followUp).body("items.what", contains("OPENED", "WITHDRAWN", "REOPENED"));
        assertThat(nextOf(osei)).as("the household is not called again").isNull();
    }

    @Test
    void whatIsHeldOfAStudentHasCallsAndNotesInTheClear() {
        claim(rivera, ana);
        logged(
                rivera,
                ana,
                "{\"outcome\":\"VOICEMAIL_LEFT\",\"number\":\"%s\",\"note\":\"Rang twice\"}".formatted(number));

        String rows = "classes.collectMany { it.tables }.findAll { it.table == '%s' }.collectMany { it.rows }";
        given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .get("/v1/students/{id}/export", ana)
                .then()
                .statusCode(200)
                .body(rows.formatted("call_attempt") + ".note_sealed", contains("Rang twice"))
                .body(rows.formatted("call_attempt") + ".number_sealed", contains(number))
                .body(rows.formatted("call_attempt_version") + ".note_sealed", contains("Rang twice"));
    }
}
