package org.secondperiod.outreach.legalholds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.records.PurgeSweep;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Legal holds through the API: placed, looked at, lifted, and what they keep. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class LegalHoldsQuarkusTest {

    @Inject
    TestTopics topics;

    @Inject
    TestClock clock;

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    PurgeSweep purges;

    @Inject
    RecordClasses records;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");

    @BeforeEach
    void nothingWasPurged() {
        owner.useHandle(handle -> handle.execute("TRUNCATE purge"));
    }

    @AfterEach
    void backToTheTestsDay() {
        clock.set(TestClock.START);
    }

    private static RequestSpecification admin() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json");
    }

    private String place(Map<String, String> hold) {
        return admin().body(hold)
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("holdId");
    }

    private void lift(String id) {
        admin().body(Map.of("why", "settled"))
                .post("/v1/legal-holds/{id}/lift", id)
                .then()
                .statusCode(200);
    }

    private List<PrivacyOrder> toldOf(String id) {
        return topics.readAll(Topics.ORDERS).stream()
                .filter(order -> order.orderId().equals(id))
                .toList();
    }

    @Test
    void aHoldSaysWhoPlacedItWhenAndWhyAndWhoLiftedIt() {
        // given
        Response placed = admin().body(Map.of("studentId", ana, "why", "Index No. 451234/2026"))
                .post("/v1/legal-holds");
        String id = placed.then()
                .statusCode(201)
                .header("Location", endsWith("/outreach/v1/legal-holds/" + placed.path("holdId")))
                .body("studentId", equalTo(ana))
                .body("state", equalTo("IN_FORCE"))
                .body("placedBy", equalTo(StackTestResource.FIRST_ADMIN))
                .body("liftedAt", nullValue())
                .extract()
                .path("holdId");
        admin().get("/v1/legal-holds?limit=1000").then().statusCode(200).body("items.holdId", hasItem(id));

        // when
        lift(id);
        lift(id);

        // then
        admin().get("/v1/legal-holds/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("LIFTED"))
                .body("why", equalTo("Index No. 451234/2026"))
                .body("liftedWhy", equalTo("settled"))
                .body("liftedBy", equalTo(StackTestResource.FIRST_ADMIN));
        admin().get("/v1/legal-holds?limit=1000").then().body("items.holdId", not(hasItem(id)));
        admin().get("/v1/legal-holds?limit=1000&lifted=true").then().body("items.holdId", hasItem(id));
        await().atMost(Duration.ofSeconds(20)).until(() -> toldOf(id).size() == 2);
        assertThat(toldOf(id)).extracting(PrivacyOrder::ended).containsExactly(false, true);
    }

    @Test
    void theReasonIsNotOnTheTopic() {
        String id = place(Map.of("schoolId", school, "why", "Zq9secret"));

        await().atMost(Duration.ofSeconds(20)).until(() -> toldOf(id).size() == 1);

        assertThat(topics.readAll(Topics.ORDERS.name()))
                .noneMatch(record ->
                        new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains("Zq9secret"));
    }

    @Test
    void itIsOfAStudentOrOfASchool() {
        for (Map<String, String> wrong : List.of(
                Map.of("why", "x"),
                Map.of("studentId", ana, "schoolId", school, "why", "x"),
                Map.of("studentId", ana),
                Map.of("studentId", ana, "why", " "),
                Map.of("studentId", "not an id", "why", "x"))) {
            admin().body(wrong).post("/v1/legal-holds").then().statusCode(422);
        }
        admin().body(Map.of("why", "x"))
                .post("/v1/legal-holds/hold-none/lift")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyRewritesIt() {
        String id = place(Map.of("studentId", ana, "why", "a court"));

        assertThatThrownBy(() -> owner.useHandle(
                        handle -> handle.execute("UPDATE legal_hold SET placed_by = 'another' WHERE hold_id = ?", id)))
                .hasMessageContaining("placed once and lifted once");
        assertThatThrownBy(
                        () -> owner.useHandle(handle -> handle.execute("DELETE FROM legal_hold WHERE hold_id = ?", id)))
                .hasMessageContaining("append-only");
    }

    @Test
    void whatItKeepsIsPurgedOnceItIsLifted() {
        // given two students of one day, of whom one is held
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        for (String student : List.of(ana, ben)) {
            told.enrolled(student, school);
            told.absent(student, school);
            concluded.awaitTask(student, school, "OPEN");
        }
        String id = place(Map.of("studentId", ana, "why", "a court"));
        theDayIsOver(ana, ben);

        // when
        clock.set(at("08:50").plus(Duration.ofDays(1_000)));
        purgeAll();

        // then
        assertThat(tablesWith(ben)).isZero();
        assertThat(tablesWith(ana)).isEqualTo(5);

        // and when
        lift(id);
        purgeAll();

        // then
        assertThat(tablesWith(ana)).isZero();
    }

    @Test
    void aSchoolsHoldKeepsWhatIsOfItsStudentsToo() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
        place(Map.of("schoolId", school, "why", "a court"));
        theDayIsOver(ana);

        clock.set(at("08:50").plus(Duration.ofDays(1_000)));
        purgeAll();

        assertThat(tablesWith(ana)).isEqualTo(5);
    }

    /** Nothing is decided any more that would be written while the purge goes on. */
    private void theDayIsOver(String... students) {
        clock.set(at("23:00"));
        for (String student : students) {
            concluded.awaitTask(student, school, "EXPIRED");
        }
    }

    private void purgeAll() {
        records.all().stream().filter(each -> each.usual() != null).forEach(purges::purge);
    }

    private int tablesWith(String student) {
        return List.of("student_day", "mark_version", "whereabouts", "whereabouts_step", "call_task").stream()
                .mapToInt(table -> owner.withHandle(handle -> handle.createQuery("SELECT DISTINCT school_day FROM "
                                        + table + " WHERE student_id = ? AND school_day = '2026-10-14'")
                                .bind(0, student)
                                .mapTo(String.class)
                                .list())
                        .size())
                .sum();
    }
}
