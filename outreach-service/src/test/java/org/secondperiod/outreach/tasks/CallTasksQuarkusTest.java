package org.secondperiod.outreach.tasks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Call tasks over HTTP. Two students, Ana and Ben, are to be called; it is 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CallTasksQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String building = fresh("building");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");

    @BeforeEach
    void twoToBeCalled() {
        clock.set(at("08:50"));
        told.school(school, building).withoutSignal().send();
        told.enrolled(ana, school);
        told.enrolled(ben, school);
        told.person(ana, "Ana", "Peña");
        told.person(ben, "Ben", "Okafor");
        told.heartbeat(building, "08:50");
        told.scan(fresh("somebody"), building, "07:30");
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
        clock.set(at("08:51"));
        told.absent(ben, school);
        concluded.awaitTask(ben, school, "OPEN");
    }

    private RequestSpecification caller(String name) {
        return given().auth().oauth2(TestTokens.person(name, "caller", school)).contentType("application/json");
    }

    private static RequestSpecification lead(String school) {
        return given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .contentType("application/json");
    }

    private Response next(String name) {
        return caller(name).body(Map.of()).post("/v1/call-tasks/next");
    }

    @Test
    void whoWaitsLongestComesFirstAndTheCallerKeepsWhatTheyHave() {
        // when
        Response first = next("rivera");
        Response again = next("rivera");
        Response other = next("chen");
        Response none = next("third");

        // then
        first.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("studentId", equalTo(ana))
                .body("state", equalTo("CLAIMED"))
                .body("claimedBy", equalTo("rivera"))
                .body("student.givenName", equalTo("Ana"))
                .body("student.grade", equalTo("9"))
                .body("firstLine", containsString("Ana"))
                .body("why", containsString("Marked absent"));
        again.then().statusCode(200).body("taskId", equalTo(first.path("taskId")));
        other.then().statusCode(200).body("studentId", equalTo(ben));
        none.then().statusCode(204);
    }

    @Test
    @Tag("F20")
    void aTaskIsHandedToOneOfManyWhoAskAtOnce() throws Exception {
        // given
        List<Callable<Response>> callers =
                List.of(() -> next("a"), () -> next("b"), () -> next("c"), () -> next("d"), () -> next("e"));

        // when
        List<String> handed;
        try (var pool = Executors.newFixedThreadPool(callers.size())) {
            handed = pool.invokeAll(callers).stream()
                    .map(CallTasksQuarkusTest::get)
                    .filter(response -> response.statusCode() == 200)
                    .map(response -> response.<String>path("studentId"))
                    .toList();
        }

        // then
        assertThat(handed).doesNotHaveDuplicates().isSubsetOf(ana, ben).isNotEmpty();
    }

    private static Response get(Future<Response> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("F20")
    void whoScannedASecondAgoIsNeverHandedOut() {
        // given
        told.scan(ana, building, "08:51");
        concluded.awaitQuiet();

        // when
        Response handed = next("rivera");

        // then
        handed.then().statusCode(200).body("studentId", equalTo(ben));
    }

    @Test
    void aClaimRunsOutAndCanBeExtendedOrGivenBack() {
        // given
        String task = next("rivera").path("taskId");

        // when
        clock.set(at("08:55"));
        caller("rivera").post("/v1/call-tasks/{id}/claim", task).then().statusCode(200);
        caller("chen")
                .post("/v1/call-tasks/{id}/claim", task)
                .then()
                .statusCode(409)
                .body("type", containsString("task-claimed"))
                .body("detail", containsString("rivera has it for another"))
                .body("claimedBy", equalTo("rivera"))
                .body("leaseUntil", notNullValue());
        clock.set(at("09:05"));

        // then
        concluded.awaitTask(ana, school, "OPEN");

        // and when
        caller("chen").post("/v1/call-tasks/{id}/claim", task).then().statusCode(200);
        caller("rivera").delete("/v1/call-tasks/{id}/claim", task).then().statusCode(409);
        given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .delete("/v1/call-tasks/{id}/claim", task)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void aScanFlagsNothingButClosesTheCardOfWhoIsOnTheLine() {
        // given
        String task = next("rivera").path("taskId");

        // when
        told.scan(ana, building, "08:51");

        // then
        concluded.awaitTask(ana, school, "ARRIVED");
        caller("rivera")
                .get("/v1/call-tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("state", equalTo("ARRIVED"))
                .body("arrivedAt", notNullValue());
        caller("rivera")
                .post("/v1/call-tasks/{id}/claim", task)
                .then()
                .statusCode(409)
                .body("type", containsString("task-not-callable"));
    }

    @Test
    void theListIsPagedInTheOrderOfCalling() {
        // when
        Response first = caller("rivera").queryParam("limit", 1).get("/v1/call-tasks?day=2026-10-14");
        Response second = caller("rivera")
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/call-tasks?day=2026-10-14");

        // then
        first.then().statusCode(200).body("items.studentId", equalTo(List.of(ana)));
        second.then().body("items.studentId", equalTo(List.of(ben))).body("nextCursor", nullValue());
    }

    @Test
    void whatIsOverComesLastInTheList() {
        // given: the first of the two to be called has come
        told.scan(ana, building, "08:51");
        concluded.awaitTask(ana, school, "ARRIVED");

        // when
        Response first = caller("rivera").queryParam("limit", 1).get("/v1/call-tasks?day=2026-10-14");
        Response second = caller("rivera")
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/call-tasks?day=2026-10-14");

        // then
        first.then().body("items.studentId", equalTo(List.of(ben)));
        second.then().body("items.studentId", equalTo(List.of(ana))).body("nextCursor", nullValue());
    }

    @Test
    void whomNobodyHasReachedIsListedCalledOrNot() {
        // given: nobody answers at Ana's
        String task = next("rivera").path("taskId");
        called(task, Map.of("outcome", "NO_ANSWER"));

        // when
        Response inVain = unreached();
        called(task, Map.of("outcome", "REACHED_GUARDIAN", "result", "WILL_NOT_COME_OTHER"));
        Response afterwards = unreached();

        // then
        inVain.then()
                .statusCode(200)
                .body("items.find { it.studentId == '%s' }.called".formatted(ana), equalTo(true))
                .body("items.find { it.studentId == '%s' }.called".formatted(ben), equalTo(false));
        afterwards.then().statusCode(200).body("items.studentId", equalTo(List.of(ben)));
    }

    @Test
    void whoCameInIsNotAmongThoseWhomNobodyHasReached() {
        // given
        told.scan(ana, building, "08:51");
        concluded.awaitTask(ana, school, "ARRIVED");

        // when
        Response unreached = unreached();

        // then
        unreached.then().statusCode(200).body("items.studentId", equalTo(List.of(ben)));
    }

    private Response unreached() {
        return caller("rivera").get("/v1/call-tasks?day=2026-10-14&unreached=true");
    }

    private void called(String task, Map<String, Object> attempt) {
        caller("rivera")
                .body(attempt)
                .post("/v1/call-tasks/{id}/attempts", task)
                .then()
                .statusCode(201);
    }

    @Test
    void whyTellsTheRuleTheEvidenceAndTheLifeOfTheTask() {
        // given
        String task = next("rivera").path("taskId");

        // when
        Response why = caller("rivera").get("/v1/call-tasks/{id}/why", task);

        // then
        why.then()
                .statusCode(200)
                .body("whereabouts.rule", equalTo(14))
                .body("whereabouts.evidence.mark.period", equalTo("1"))
                .body("explanation", containsString("Marked absent in period 1 at 08:20"))
                .body("steps.what", equalTo(List.of("OPENED", "CLAIMED")));
    }

    @Test
    void aStaleETagIsRefused() {
        // given
        String task = next("rivera").path("taskId");

        // when
        Response stale = caller("rivera").header("If-Match", "\"1\"").post("/v1/call-tasks/{id}/claim", task);

        // then
        stale.then().statusCode(412);
    }

    @Test
    void whereaboutsAndSummaryAreForTheSchoolsOfTheTokenAndNamesForThoseWhoCall() {
        // when
        Response rivera = caller("rivera").get("/v1/whereabouts?day=2026-10-14&state=UNACCOUNTED");
        Response analyst = given().auth()
                .oauth2(TestTokens.person("ann", "district-analyst", "*"))
                .get("/v1/whereabouts?day=2026-10-14&school=" + school);
        Response summary = caller("rivera").get("/v1/whereabouts/summary?day=2026-10-14");
        Response elsewhere = caller("rivera").get("/v1/whereabouts?school=somewhere-else");
        Response unknown = caller("rivera").get("/v1/whereabouts?state=LOST");
        Response nobody = given().get("/v1/whereabouts");

        // then
        rivera.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.student.familyName", hasItems("Peña", "Okafor"));
        analyst.then().statusCode(403);
        summary.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].enrolled", equalTo(2))
                .body("items[0].states.UNACCOUNTED", equalTo(2))
                .body("items[0].tasks.OPEN", equalTo(2));
        elsewhere.then().statusCode(403);
        unknown.then().statusCode(422);
        nobody.then().statusCode(401);
    }

    @Test
    void aSightingDecidesAtOnceAndIsTakenOnce() {
        // given
        Map<String, Object> sighting = Map.of(
                "sightingId",
                fresh("sighting"),
                "studentId",
                ana,
                "schoolId",
                school,
                "seen",
                "in-building",
                "by",
                "Mr. Osei");

        // when
        Response entered = caller("rivera").body(sighting).post("/v1/sightings");
        clock.advance(Duration.ofSeconds(5));
        Response again = caller("rivera").body(sighting).post("/v1/sightings");
        Map<String, Object> otherwise = new HashMap<>(sighting);
        otherwise.put("seen", "not-in");
        Response other = caller("rivera").body(otherwise).post("/v1/sightings");

        // then
        entered.then().statusCode(201);
        assertThat(concluded.state(ana, school, Told.DAY)).contains("SEEN_IN_SCHOOL");
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("state", "WITHDRAWN");
        again.then().statusCode(201).body("at", equalTo(entered.path("at")));
        other.then().statusCode(409).body("type", containsString("sighting-differs"));
    }

    @Test
    void badSightingsAreRefusedByField() {
        // when
        Response seen = caller("rivera")
                .body(Map.of("studentId", ana, "schoolId", school, "seen", "perhaps"))
                .post("/v1/sightings");
        Response stranger = caller("rivera")
                .body(Map.of("studentId", fresh("nobody"), "schoolId", school, "seen", "not-in"))
                .post("/v1/sightings");

        // then
        seen.then().statusCode(422).body("violations[0].field", equalTo("seen"));
        stranger.then().statusCode(422).body("violations[0].field", equalTo("studentId"));
    }

    @Test
    void aLeadReleasesAHoldAndTheCallsOpenAtOnce() {
        // given
        String held = fresh("school");
        String silent = fresh("building");
        String cem = fresh("cem");
        clock.set(at("08:50"));
        told.school(held, silent).withoutSignal().send();
        told.enrolled(cem, held);
        told.heartbeat(silent, "07:30");
        told.absent(cem, held);
        concluded.awaitState(cem, held, "HELD:DOOR_FEED_SILENT");

        // when
        lead(held)
                .get("/v1/holds?day=2026-10-14")
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("DOOR_FEED_SILENT"))
                .body("items[0].students", equalTo(1))
                .body("items[0].missing[0].what", equalTo("Main door"));
        caller("rivera")
                .body(Map.of(
                        "schoolId",
                        school,
                        "schoolDay",
                        "2026-10-14",
                        "reason",
                        "DOOR_FEED_SILENT",
                        "decision",
                        "release",
                        "why",
                        "x"))
                .post("/v1/holds/release")
                .then()
                .statusCode(403);
        lead(held)
                .body(Map.of(
                        "schoolId",
                        held,
                        "schoolDay",
                        "2026-10-14",
                        "reason",
                        "DOOR_FEED_SILENT",
                        "decision",
                        "release",
                        "why",
                        "checked by hand"))
                .post("/v1/holds/release")
                .then()
                .statusCode(200);

        // then
        concluded.awaitTask(cem, held, "OPEN");
        assertThat(concluded.task(cem, held).orElseThrow()).containsEntry("weak_evidence", true);
    }

    @Test
    void theTimelineTellsTheDay() {
        // given
        told.scan(ana, building, "08:51");
        concluded.awaitTask(ana, school, "ARRIVED");

        // when
        Response timeline = caller("rivera").get("/v1/students/{id}/timeline?day=2026-10-14", ana);
        Response stranger = given().auth()
                .oauth2(TestTokens.person("x", "caller", "another"))
                .get("/v1/students/{id}/timeline", ana);

        // then
        timeline.then()
                .statusCode(200)
                .body("student.givenName", equalTo("Ana"))
                .body("whereabouts[0].state", equalTo("ARRIVED"))
                .body("entries.kind", hasItems("MARK", "SCAN", "CONCLUSION", "TASK"))
                .body("entries.what", hasItems("Marked absent in period 1"))
                .body("entries.find { it.kind == 'MARK' }.inCodes.mark.kind", equalTo("ABSENT"))
                .body("entries.find { it.kind == 'MARK' }.inCodes.mark.period", equalTo("1"))
                .body("entries.find { it.kind == 'MARK' }.inCodes.scan", nullValue())
                .body("entries.find { it.kind == 'SCAN' }.inCodes.scan.direction", equalTo("IN"))
                .body(
                        "entries.findAll { it.kind == 'CONCLUSION' }.inCodes.conclusion.state",
                        hasItems("UNACCOUNTED", "ARRIVED"))
                .body("entries.findAll { it.kind == 'CONCLUSION' }.inCodes.conclusion.rule", hasItems(14, 8))
                .body("entries.findAll { it.kind == 'TASK' }.inCodes.task.what", hasItems("OPENED", "ARRIVED"))
                .body("schools." + school, notNullValue());
        stranger.then().statusCode(404);
    }

    @Test
    void theTimelineSaysOfAScanAheadOfTheClockThatItIsNotUsed() {
        // given
        told.scanAhead(ana, building, "09:20");
        concluded.awaitQuiet();

        // when
        Response timeline = caller("rivera").get("/v1/students/{id}/timeline?day=2026-10-14", ana);

        // then
        timeline.then()
                .body("entries.find { it.kind == 'SCAN' }.what", containsString(building + " ("))
                .body("entries.find { it.kind == 'SCAN' }.detail", containsString("29 minutes ahead"))
                .body("entries.find { it.kind == 'SCAN' }.detail", containsString("Main door"))
                .body("entries.find { it.kind == 'SCAN' }.inCodes.scan.minutesAhead", equalTo(29))
                .body("entries.find { it.kind == 'SCAN' }.inCodes.scan.reader", containsString("Main door"));
    }

    @Test
    void theTimelineSaysWhenAScanThatWaitedForItsBadgeBecameEvidence() {
        // given
        told.scanThatWaited(ana, building, "08:01");
        concluded.awaitState(ana, school, "IN_BUILDING");

        // when
        Response timeline = caller("rivera").get("/v1/students/{id}/timeline?day=2026-10-14", ana);

        // then
        timeline.then()
                .body(
                        "entries.find { it.kind == 'SCAN' }.at",
                        equalTo(at("08:01").toString()))
                .body(
                        "entries.find { it.kind == 'SCAN' }.recordedAt",
                        equalTo(at("08:51").toString()));
    }

    @Test
    void studentsAreFoundByNameWithoutAccents() {
        // given
        Map<String, String> asked = Map.of("name", "pena");

        // when
        Response found =
                caller("rivera").contentType("application/json").body(asked).post("/v1/students/by-name");
        Response system = given().auth()
                .oauth2(TestTokens.system("front", "outreach:read", "*"))
                .contentType("application/json")
                .body(asked)
                .post("/v1/students/by-name");

        // then
        found.then().statusCode(200).body("items.studentId", equalTo(List.of(ana)));
        system.then().statusCode(403).body("title", not(containsString("Peña")));
    }

    /** A brother or a sister of whoever else has this mother. */
    private void missing(String student, String at, Contact mother) {
        told.enrolled(student, at);
        told.person(student, "Given-" + student, "Reyes", List.of(), List.of(mother));
        told.absent(student, at);
        concluded.awaitTask(student, at, "OPEN");
    }

    private static Contact mother() {
        return new Contact(
                fresh("rosa"), "Rosa", "Reyes", "mother", 1, null, false, null, true, null, List.<Phone>of());
    }

    private static Map<String, String> households(String token) {
        List<Map<String, Object>> tasks = given().auth()
                .oauth2(token)
                .get("/v1/call-tasks?day=2026-10-14&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        Map<String, String> households = new HashMap<>();
        tasks.stream()
                .filter(task -> task.get("household") != null)
                .forEach(task ->
                        households.put(String.valueOf(task.get("studentId")), String.valueOf(task.get("household"))));
        return households;
    }

    @Test
    void tasksThatOneCallCoversSayThatTheyAreOneHouseholdAsFarAsTheyMayBeSeen() {
        // given: two here, and one at another school
        String elsewhere = fresh("school");
        told.schoolHeardAt(elsewhere, "08:50");
        String cem = fresh("cem");
        String dia = fresh("dia");
        String eli = fresh("eli");
        Contact mother = mother();
        missing(cem, school, mother);
        missing(dia, school, mother);
        missing(eli, elsewhere, mother);
        String osei = TestTokens.person(fresh("osei"), "caller", school, elsewhere);
        await().untilAsserted(() -> assertThat(households(osei)).containsOnlyKeys(cem, dia, eli));

        // when
        Map<String, String> ofBoth = households(osei);
        Map<String, String> here = households(TestTokens.person("rivera", "caller", school));
        Map<String, String> there = households(TestTokens.person(fresh("chen"), "caller", elsewhere));
        Map<String, String> system = households(TestTokens.system("front", "outreach:read", school, elsewhere));

        // then
        assertThat(ofBoth.values()).containsOnly(ofBoth.get(cem));
        assertThat(here).containsOnlyKeys(cem, dia);
        assertThat(here.get(cem)).isEqualTo(here.get(dia));
        assertThat(there).as("who has nobody else on a list of theirs").isEmpty();
        assertThat(system).as("who may know no names").isEmpty();

        // and one of them says the same, also when it is handed out
        String task = String.valueOf(concluded.task(dia, school).orElseThrow().get("task_id"));
        caller("rivera")
                .post("/v1/call-tasks/{id}/claim", task)
                .then()
                .statusCode(200)
                .body("household", equalTo(here.get(dia)));
        next("rivera").then().body("studentId", equalTo(dia)).body("household", equalTo(here.get(dia)));
    }

    @Test
    void aPageOfTheListSaysTheSameOfAHouseholdAsTheWholeList() {
        // given
        String cem = fresh("cem");
        String dia = fresh("dia");
        Contact mother = mother();
        clock.set(at("08:52"));
        missing(cem, school, mother);
        clock.set(at("08:53"));
        missing(dia, school, mother);
        String token = TestTokens.person("rivera", "caller", school);
        await().untilAsserted(() -> assertThat(households(token)).containsOnlyKeys(cem, dia));

        // when
        Response first = caller("rivera").get("/v1/call-tasks?day=2026-10-14&limit=3");
        Response second = caller("rivera")
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/call-tasks?day=2026-10-14&limit=3");

        // then
        first.then().body("items.studentId", equalTo(List.of(ana, ben, cem)));
        second.then().body("items.studentId", equalTo(List.of(dia)));
        assertThat(first.<String>path("items[2].household")).isNotNull().isEqualTo(second.path("items[0].household"));
    }
}
