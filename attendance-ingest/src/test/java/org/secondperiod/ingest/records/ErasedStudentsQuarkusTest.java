package org.secondperiod.ingest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.rosters.RosterClient;
import org.secondperiod.ingest.rosters.oneroster.RosterZip;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.orders.ErasureSweep;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.time.MachineClock;

/** Of a student who was erased nothing is left here or on the topics of the roster, and nothing is taken in any more. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ErasedStudentsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TestTopics topics;

    @Inject
    ErasureSweep sweep;

    private final Jdbi owner = TestDatabase.asOwner();

    private void erase(String student) {
        String order = Api.fresh("erasure");
        topics.send(
                Topics.ORDERS,
                new PrivacyOrder(
                        order + "-1",
                        order,
                        PrivacyOrder.Kind.ERASURE,
                        student,
                        null,
                        false,
                        1,
                        Instant.parse("2026-10-14T12:00:00Z")));
        // The service sweeps by itself too, and may have the order in hand: then the next sweep goes on.
        var minutes = new AtomicInteger();
        await().atMost(PATIENCE).until(() -> {
            sweep.sweep(MachineClock.now().plusSeconds(61L * minutes.getAndIncrement()));
            return texts("SELECT state FROM erasure WHERE order_id = '%s'".formatted(order))
                    .equals(List.of("ERASED"));
        });
    }

    private List<String> texts(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private void user(String id, String role, String... agents) {
        owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO roster_user (user_id, role, details, groups, badges) VALUES (?, ?, 'x', '{}', '{}')",
                    id,
                    role);
            for (String agent : agents) {
                handle.execute("INSERT INTO roster_agent (user_id, agent_id, place) VALUES (?, ?, 1)", id, agent);
            }
        });
    }

    @Test
    void nothingIsTakenInOfThemAnyMore() {
        String ana = Api.fresh("ana");
        String school = Api.school();
        erase(ana);

        Api.sis()
                .body("""
                        {"studentId":"%s","schoolId":"%s","schoolDay":"2026-10-14","period":"1","code":"A","takenAt":"2026-10-14T08:20:00-04:00"}""".formatted(ana, school))
                .post("/v1/absence-marks")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("studentId"))
                .body("violations[0].message", containsString("was erased"));
        Api.sis()
                .body("""
                        {"studentId":"%s","reason":"medical","from":"2026-10-14","to":"2026-10-16"}""".formatted(ana))
                .put("/v1/known-absences/{id}", Api.fresh("KA"))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("was erased"));
    }

    @Test
    void listsByHandForgetThemAndTakeThemInNoMore() {
        String ana = Api.fresh("ana");
        String school = Api.school();
        RosterClient.done(RosterZip.delta("1.1").school(school).student(ana, school));
        listOf(ana, school).statusCode(200);

        erase(ana);

        assertThat(texts("SELECT code FROM absence_list_row WHERE student_id = '%s'".formatted(ana)))
                .isEmpty();
        listOf(ana, school)
                .statusCode(422)
                .body("violations[0].field", equalTo("rows[0].studentId"))
                .body("violations[0].message", containsString("was erased"));
    }

    private static ValidatableResponse listOf(String student, String school) {
        return Api.as(TestTokens.person("lead-of-" + school, "attendance-lead", school))
                .body("""
                        {"schoolDay":"2026-10-14","rows":[{"studentId":"%s","period":"1","code":"A"}]}""".formatted(student))
                .post("/v1/schools/{s}/absence-lists", school)
                .then();
    }

    @Test
    void theRosterForgetsThemWithGuardiansOfNobodyElse() {
        String ana = Api.fresh("ana");
        String ben = Api.fresh("ben");
        String mother = Api.fresh("mother");
        String father = Api.fresh("father");
        user(ana, "student", mother, father);
        user(ben, "student", father);
        user(mother, "guardian");
        user(father, "guardian");

        erase(ana);

        assertThat(texts("SELECT user_id FROM roster_user WHERE user_id IN ('%s', '%s', '%s', '%s')"
                        .formatted(ana, ben, mother, father)))
                .containsExactlyInAnyOrder(ben, father);
        assertThat(texts("SELECT user_id FROM roster_agent WHERE agent_id = '%s'".formatted(father)))
                .containsExactly(ben);
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (var topic : List.of(Topics.ENROLMENTS, Topics.PEOPLE)) {
                assertThat(topics.readAll(topic.name()).stream()
                                .filter(record -> record.key().equals(ana)))
                        .isNotEmpty()
                        .allMatch(Received::isTombstone);
            }
        });
    }
}
