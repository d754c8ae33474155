package org.secondperiod.outreach.erasures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.ErasureReported;
import org.secondperiod.events.ErasureReported.ErasedClass;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.orders.ErasureSweep;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** A student is erased: ordered, done, not taken in again, certified. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ErasuresQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> OTHERS = List.of("attendance-ingest", "building-entry", "reporting-service");

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    TestTopics topics;

    @Inject
    ErasureSweep sweep;

    @Inject
    ErasureService erasures;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");
    private String building;
    private AbsenceMark mark;

    @BeforeEach
    void aMorningOfTwoStudents() {
        clock.set(at("08:50"));
        building = told.schoolHeardAt(school, "08:50");
        for (String student : List.of(ana, ben)) {
            told.enrolled(student, school);
            told.person(student, "Given", "Family");
            AbsenceMark sent = told.absent(student, school);
            mark = student.equals(ana) ? sent : mark;
            concluded.awaitTask(student, school, "OPEN");
        }
    }

    private static RequestSpecification admin() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json");
    }

    private ValidatableResponse order(String student) {
        return admin().body(Map.of("studentId", student, "why", "the parents asked, 12 October"))
                .post("/v1/erasures")
                .then()
                .statusCode(202);
    }

    private static ValidatableResponse certificate(String id) {
        return admin().get("/v1/erasures/{id}", id).then().statusCode(200);
    }

    /** What the service does by itself within two minutes. */
    private void eraseHere(String id) {
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM erasure WHERE order_id = '" + id + "'") == 1);
        sweep.sweep(MachineClock.now());
        sweep.sweep(MachineClock.now().plusSeconds(61));
    }

    private void othersReport(String id) {
        for (String service : OTHERS) {
            topics.send(
                    Topics.ERASURES,
                    new ErasureReported(
                            id + "-" + service,
                            id,
                            service,
                            ErasureReported.State.ERASED,
                            List.of(new ErasedClass("roster", 3)),
                            2,
                            Instant.parse("2026-10-14T12:00:00Z")));
        }
    }

    private long count(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** In how many tables there is anything of this student. */
    private long tablesWith(String student) {
        return List.of(
                        "student_day",
                        "mark_version",
                        "whereabouts",
                        "whereabouts_step",
                        "call_task",
                        "person",
                        "enrolment",
                        "student")
                .stream()
                .filter(table -> count("SELECT count(*) FROM " + table + " WHERE student_id = '" + student + "'") > 0)
                .count();
    }

    @Test
    void everythingGoesAndTheCertificateSaysWhatWhereAndWhenTheLastTraceIsGone() {
        String id = order(ana)
                .body("state", equalTo("UNDER_WAY"))
                .body("orderedBy", equalTo(StackTestResource.FIRST_ADMIN))
                .body("missing", hasItems("outreach-service", "building-entry"))
                .body("lastTraceGoneBy", nullValue())
                .extract()
                .path("orderId");
        assertThat(tablesWith(ana)).isEqualTo(8);

        eraseHere(id);

        assertThat(tablesWith(ana)).isZero();
        assertThat(tablesWith(ben)).isEqualTo(8);
        await().atMost(PATIENCE)
                .untilAsserted(() -> certificate(id)
                        .body("state", equalTo("UNDER_WAY"))
                        .body("missing", containsInAnyOrder(OTHERS.toArray()))
                        .body("erased.service", contains("outreach-service"))
                        .body("erased[0].classes.find { it.recordClass == 'call-records' }.records", greaterThan(1)));

        othersReport(id);
        await().atMost(PATIENCE).untilAsserted(() -> certificate(id).body("state", equalTo("ERASED")));

        String erasedAt = certificate(id).extract().path("erasedAt");
        Instant gone = Instant.parse(erasedAt).plus(Duration.ofDays(127));
        certificate(id)
                .body("missing", empty())
                .body("erased.service", hasItems("attendance-ingest", "outreach-service"))
                .body("traces.topic", hasItems("attendance.marks.v1", "roster.people.v1", "outreach.dead-letters.v1"))
                .body("lastTraceGoneBy", equalTo(gone.toString()));
    }

    @Test
    void whatIsToldOfTheStudentAfterwardsIsNotTakenIn() {
        String id = order(ana).extract().path("orderId");
        eraseHere(id);

        topics.send(Topics.MARKS, mark);
        told.scan(ana, building, "08:49");
        told.person(ana, "Given", "Family");
        told.enrolled(ana, school);
        told.enrolled(ben, school, fresh("school"));
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM enrolment WHERE student_id = '" + ben + "'") == 2);
        concluded.awaitQuiet();

        assertThat(tablesWith(ana)).isZero();
    }

    @Test
    void aLegalHoldMakesItWaitUntilItIsLifted() {
        String hold = admin().body(Map.of("schoolId", school, "why", "a court"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("holdId");

        String id = order(ana)
                .body("state", equalTo("WAITING"))
                .body("keptBy", contains(hold))
                .extract()
                .path("orderId");
        erasures.releaseAll(MachineClock.now());
        assertThat(count("SELECT count(*) FROM erasure WHERE order_id = '" + id + "'"))
                .isZero();

        admin().body(Map.of("why", "settled"))
                .post("/v1/legal-holds/{id}/lift", hold)
                .then()
                .statusCode(200);
        erasures.releaseAll(MachineClock.now());
        eraseHere(id);

        assertThat(tablesWith(ana)).isZero();
    }

    @Test
    void orderedAgainItIsTheOrderThatStands() {
        String id = order(ana).extract().path("orderId");

        order(ana).body("orderId", equalTo(id));

        admin().get("/v1/erasures?limit=1000").then().body("items.orderId", hasItem(id));
        assertThatThrownBy(() -> owner.useHandle(handle ->
                        handle.execute("UPDATE erasure_order SET ordered_by = 'another' WHERE order_id = ?", id)))
                .hasMessageContaining("ordered once");
    }

    @Test
    void whatIsMissingIsNamed() {
        admin().body(Map.of("studentId", ana)).post("/v1/erasures").then().statusCode(422);
        admin().body(Map.of("why", "x")).post("/v1/erasures").then().statusCode(422);
        admin().get("/v1/erasures/erasure-none").then().statusCode(404);
    }
}
