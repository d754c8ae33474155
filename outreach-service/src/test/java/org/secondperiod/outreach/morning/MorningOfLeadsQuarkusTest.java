package org.secondperiod.outreach.morning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Okafor leads; rivera and chen call. Ana and Cem are to be called since 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MorningOfLeadsQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    StartAlertSweep sweep;

    @Inject
    TestTopics topics;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String cem = fresh("cem");
    private final String dan = fresh("dan");
    private final String rivera = fresh("rivera");
    private final String chen = fresh("chen");
    private String building = "";

    @BeforeEach
    void twoToBeCalled() {
        clock.set(at("08:50"));
        building = told.schoolHeardAt(school, "08:50");
        toBeCalled(ana);
        toBeCalled(cem);
    }

    private void toBeCalled(String student) {
        told.enrolled(student, school);
        told.person(student, "Given-" + student, "Family");
        told.absent(student, school);
        concluded.awaitTask(student, school, "OPEN");
    }

    private RequestSpecification lead() {
        return given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .contentType("application/json");
    }

    private RequestSpecification caller(String name) {
        return given().auth().oauth2(TestTokens.person(name, "caller", school)).contentType("application/json");
    }

    private ValidatableResponse morning() {
        return lead().get("/v1/morning?day=2026-10-14&school=" + school).then().statusCode(200);
    }

    private String task(String student) {
        return String.valueOf(concluded.task(student, school).orElseThrow().get("task_id"));
    }

    private Map<String, Object> of(Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("schoolId", school, "schoolDay", "2026-10-14"));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    /** A call as it lies in the log. */
    private void logged(String student, String outcome, String by, String when) {
        owner.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO call_attempt (attempt_id, call_id, task_id, student_id, school_id, school_day, channel, outcome,
                            reason, called_by, logged_by, started_at, recorded_at, changed_at, version)
                        VALUES (:id, :id, :task, :student, :school, CAST(:day AS date), 'OUTGOING_CALL', :outcome, 'TRANSPORT', :by, :by,
                            CAST(:at AS timestamptz), CAST(:at AS timestamptz), CAST(:at AS timestamptz), 1)
                        """)
                .bind("id", fresh("attempt"))
                .bind("task", task(student))
                .bind("student", student)
                .bind("school", school)
                .bind("day", Told.DAY.toString())
                .bind("outcome", outcome)
                .bind("by", by)
                .bind("at", at(when).toString())
                .execute());
    }

    @Test
    void theLeadSeesWhoIsUncalledAndHowFarTheCallersAre() {
        // given
        logged(ana, "REACHED_GUARDIAN", rivera, "08:55");
        clock.set(at("09:20"));

        // then
        morning()
                .body("items[0].schoolName", equalTo("School " + school))
                .body("items[0].cutOff", equalTo(at("08:44").toString()))
                .body("items[0].tasks.OPEN", equalTo(2))
                .body("items[0].toCall", equalTo(2))
                .body("items[0].uncalled", equalTo(1))
                .body("items[0].called", equalTo(1))
                .body("items[0].reached", equalTo(1))
                .body("items[0].oldestUncalledSince", notNullValue())
                .body("items[0].coverage.minutes", contains(30, 60, 120))
                .body("items[0].coverage[0].isOver", equalTo(true))
                .body("items[0].coverage[0].calledShare", equalTo(0.5f))
                .body("items[0].coverage[1].isOver", equalTo(false))
                .body("items[0].callers.caller", contains(rivera))
                .body("items[0].callers[0].calls", equalTo(1))
                .body("items[0].noticesOwed", equalTo(1));
        caller(rivera).get("/v1/morning?day=2026-10-14").then().statusCode(403);
    }

    @Test
    void callsAreSharedOutAndOfferedFirstToWhomTheyAreSharedOutTo() {
        // given
        TestTokens.person(rivera, "caller", school);
        TestTokens.person(chen, "caller", school);

        // when
        Response proposal = lead().body(of("callers", List.of(Map.of("subject", rivera), Map.of("subject", chen))))
                .post("/v1/assignments/proposal");
        lead().body(of(
                        "assignments",
                        List.of(
                                Map.of("taskId", task(ana), "caller", chen),
                                Map.of("taskId", task(cem), "caller", rivera))))
                .post("/v1/assignments")
                .then()
                .statusCode(200)
                .body("calls", equalTo(2));

        // then
        proposal.then()
                .statusCode(200)
                .body("items.caller", containsInAnyOrder(rivera, chen))
                .body("loads.calls", contains(1, 1));
        caller(rivera)
                .body(Map.of())
                .post("/v1/call-tasks/next")
                .then()
                .statusCode(200)
                .body("studentId", equalTo(cem))
                .body("assignedTo", equalTo(rivera));
        morning()
                .body("items[0].callers.find { it.caller == '%s' }.holds".formatted(rivera), equalTo(task(cem)))
                .body("items[0].callers.find { it.caller == '%s' }.sharedOut".formatted(chen), equalTo(1));
    }

    @Test
    void whenSomebodyGoesHomeAnotherTakesOver() {
        // given
        TestTokens.person(chen, "caller", school);
        TestTokens.person(rivera, "caller", school);
        lead().body(of("assignments", List.of(Map.of("taskId", task(ana), "caller", rivera))))
                .post("/v1/assignments")
                .then()
                .statusCode(200);
        caller(rivera).post("/v1/call-tasks/{id}/claim", task(cem)).then().statusCode(200);

        lead().body(of("from", rivera, "to", chen, "seen", List.of(task(ana))))
                .post("/v1/assignments/take-over")
                .then()
                .statusCode(412);

        // when
        lead().body(of("from", rivera, "to", chen, "seen", List.of(task(ana), task(cem))))
                .post("/v1/assignments/take-over")
                .then()
                .statusCode(200)
                .body("calls", equalTo(2));

        // then
        assertThat(concluded.task(cem, school).orElseThrow()).containsEntry("state", "OPEN");
        List<String> now = owner.withHandle(
                handle -> handle.createQuery("SELECT caller FROM call_task_assignment WHERE school_id = ?")
                        .bind(0, school)
                        .mapTo(String.class)
                        .list());
        assertThat(now).containsExactly(chen, chen);
        lead().body(of("from", rivera, "to", chen))
                .post("/v1/assignments/take-over")
                .then()
                .body("calls", equalTo(0));
    }

    @Test
    void whoDoesNotCallThereIsGivenNothing() {
        lead().body(of("assignments", List.of(Map.of("taskId", task(ana), "caller", fresh("stranger")))))
                .post("/v1/assignments")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("caller"));
        lead().body(of("assignments", List.of(Map.of("taskId", "none"))))
                .post("/v1/assignments")
                .then()
                .statusCode(422);
    }

    private boolean dayIsOpen() {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM school_day WHERE school_id = ? AND opened_at IS NOT NULL)")
                .bind(0, school)
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void whereNobodyHasBegunTenMinutesAfterTheCutOffEverybodyIsTold() {
        // given
        List<StartAlert> seen = new CopyOnWriteArrayList<>();
        sweep.watch(alert -> {
            if (alert.of().school().value().equals(school)) {
                seen.add(alert);
            }
        });
        await().until(this::dayIsOpen);
        sweep.sweep();
        morning().body("items[0].alert", nullValue());

        // when
        clock.set(at("09:01"));
        sweep.sweep();

        // then
        morning().body("items[0].alert.cutOff", equalTo(at("08:44").toString()));
        await().untilAsserted(() ->
                assertThat(seen).singleElement().extracting(StartAlert::endedAt).isNull());

        // and when
        caller(rivera).body(Map.of()).post("/v1/call-tasks/next").then().statusCode(200);
        sweep.sweep();

        // then
        morning().body("items[0].alert", nullValue());
        await().untilAsserted(() -> assertThat(seen).hasSize(2));
    }

    @Test
    void noticesAreOwedUntilAGuardianIsReached() {
        // given
        logged(ana, "VOICEMAIL_LEFT", rivera, "08:55");
        told.scan(cem, building, "08:58");
        clock.set(at("08:58"));
        concluded.awaitTask(cem, school, "ARRIVED");

        // then
        lead().get("/v1/notices-owed?day=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .body("items.studentId", containsInAnyOrder(ana, cem))
                .body("items.find { it.studentId == '%s' }.kind".formatted(ana), equalTo("ABSENT"))
                .body("items.find { it.studentId == '%s' }.lastOutcome".formatted(ana), equalTo("VOICEMAIL_LEFT"))
                .body("items.find { it.studentId == '%s' }.kind".formatted(cem), equalTo("LATE"))
                .body("items.student.familyName", hasItem("Family"));

        // when
        logged(ana, "REACHED_GUARDIAN", rivera, "09:00");
        logged(cem, "REACHED_GUARDIAN", rivera, "09:00");

        // then
        lead().get("/v1/notices-owed?day=2026-10-14&school=" + school).then().body("items", empty());
    }

    @Test
    void theDayEndsInNumbers() {
        // given
        logged(ana, "REACHED_GUARDIAN", rivera, "08:52");
        told.scan(ana, building, "09:30");
        clock.set(at("09:30"));
        concluded.awaitState(ana, school, "ARRIVED");
        clock.set(at("14:45"));

        // then
        given().auth()
                .oauth2(TestTokens.person(fresh("haddad"), "district-analyst", "*"))
                .get("/v1/end-of-day?day=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .body("items[0].isOver", equalTo(true))
                .body("items[0].toCall", equalTo(2))
                .body("items[0].calls", equalTo(1))
                .body("items[0].reached", equalTo(1))
                .body("items[0].successful", equalTo(1))
                .body("items[0].neverReached", equalTo(1))
                .body("items[0].sameDayReturn.count", equalTo(1))
                .body("items[0].sameDayReturn.of", equalTo(1));
    }

    @Test
    void whoWasInTheBuildingWhenTheFamilyWasCalledDidNotComeBack() {
        // given
        logged(ana, "REACHED_GUARDIAN", rivera, "08:52");
        told.scan(ana, building, "09:30");
        clock.set(at("09:30"));
        concluded.awaitState(ana, school, "ARRIVED");
        owner.useHandle(handle -> handle.createUpdate(
                        "UPDATE call_attempt SET error_cause = 'MARK_WAS_WRONG' WHERE student_id = :student")
                .bind("student", ana)
                .execute());

        // then
        lead().get("/v1/end-of-day?day=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .body("items[0].reached", equalTo(1))
                .body("items[0].madeInError", equalTo(1))
                .body("items[0].sameDayReturn.count", equalTo(0))
                .body("items[0].sameDayReturn.of", equalTo(0));
    }

    @Test
    void equalsAreDrawnOnlyOnceTheDistrictHasApprovedIt() {
        String admin = TestTokens.anybody(StackTestResource.FIRST_ADMIN);
        caller(rivera).body(Map.of()).post("/v1/call-tasks/next").then().statusCode(200);
        try {
            given().auth()
                    .oauth2(admin)
                    .contentType("application/json")
                    .body(Map.of("approved", true, "why", "The board approved it on 1 October"))
                    .post("/v1/draw")
                    .then()
                    .statusCode(200)
                    .body("decidedBy", equalTo(StackTestResource.FIRST_ADMIN));

            caller(chen).body(Map.of()).post("/v1/call-tasks/next").then().statusCode(200);
            toBeCalled(dan);
        } finally {
            given().auth()
                    .oauth2(admin)
                    .contentType("application/json")
                    .body(Map.of("approved", false, "why", "taken back"))
                    .post("/v1/draw");
        }

        List<Map<String, Object>> offers = owner.withHandle(handle -> handle.createQuery(
                        "SELECT drawn, rank, waiting, band FROM call_task_offer WHERE school_id = ? ORDER BY offer_id")
                .bind(0, school)
                .mapToMap()
                .list());
        assertThat(offers).extracting(offer -> offer.get("drawn")).containsExactly(false, true);
        assertThat(offers).extracting(offer -> offer.get("rank")).containsExactly(1, 2);
        assertThat(offers).extracting(offer -> offer.get("waiting")).containsExactly(2, 1);
        String place = owner.withHandle(handle -> handle.createQuery(
                        "SELECT md5(seed || ?) FROM draw_approval WHERE approved ORDER BY approval_id DESC LIMIT 1")
                .bind(0, task(dan))
                .mapTo(String.class)
                .one());
        await().untilAsserted(() -> assertThat(opened(dan))
                .extracting(CallTaskChanged::draw)
                .containsExactly(new CallTaskChanged.Draw(CallTaskChanged.Band.THE_REST, place)));
        assertThat(opened(ana)).extracting(CallTaskChanged::draw).containsExactly((CallTaskChanged.Draw) null);
    }

    private List<CallTaskChanged> opened(String student) {
        return topics.readAll(Topics.CALL_TASKS).stream()
                .filter(event -> event.studentId().equals(student) && event.previous() == null)
                .toList();
    }
}
