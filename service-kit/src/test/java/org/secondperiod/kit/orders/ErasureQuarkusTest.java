package org.secondperiod.kit.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.ErasureReported;
import org.secondperiod.events.ErasureReported.ErasedClass;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.PrivacyOrder.Kind;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.time.MachineClock;

/** A student is erased a minute after nothing more is taken in, unless a legal hold keeps the records; and it is reported. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ErasureQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TestTopics topics;

    @Inject
    ErasureSweep sweep;

    @Inject
    ErasedStudents erased;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String ana = "ana-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();
    private final String school = "school-" + UUID.randomUUID();
    private final String order = "erasure-" + UUID.randomUUID();
    private final String hold = "hold-" + UUID.randomUUID();

    @BeforeEach
    void recordsOfTwoStudents() {
        for (String student : List.of(ana, ben)) {
            owner.useHandle(handle -> {
                handle.execute(
                        "INSERT INTO visit VALUES (?, ?, ?, '2026-10-14', '{\"doors\": [1]}')",
                        "v-" + student,
                        student,
                        school);
                handle.execute(
                        "INSERT INTO visit_step VALUES (?, 'came'), (?, 'went')", "v-" + student, "v-" + student);
                handle.execute("INSERT INTO errand VALUES (?, '2026-10-14T12:00:00Z')", student);
                handle.execute("INSERT INTO file VALUES (?, ?)", student, school);
            });
        }
    }

    private void tell(
            Kind kind, String id, @Nullable String student, @Nullable String at, boolean ended, long version) {
        topics.send(
                Topics.ORDERS,
                new PrivacyOrder(
                        id + "-" + version,
                        id,
                        kind,
                        student,
                        at,
                        ended,
                        version,
                        Instant.parse("2026-10-14T12:00:00Z")));
    }

    private void orderErasure() {
        tell(Kind.ERASURE, order, ana, null, false, 1);
        await().atMost(PATIENCE)
                .until(() -> !texts("SELECT state FROM erasure WHERE order_id = '" + order + "'")
                        .isEmpty());
    }

    private void awaitHold(boolean ended) {
        await().atMost(PATIENCE)
                .until(() -> texts("SELECT ended::text FROM known_hold WHERE hold_id = '" + hold + "'")
                        .equals(List.of(String.valueOf(ended))));
    }

    private String state() {
        return texts("SELECT state FROM erasure WHERE order_id = '" + order + "'")
                .getFirst();
    }

    private void inTwoSteps() {
        sweep.sweep(MachineClock.now());
        sweep.sweep(MachineClock.now().plusSeconds(61));
    }

    private List<String> texts(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private long recordsOf(String student) {
        return owner.withHandle(handle ->
                handle.createQuery("""
                        SELECT (SELECT count(*) FROM visit WHERE student_id = :s)
                             + (SELECT count(*) FROM visit_step WHERE visit_id = 'v-' || :s)
                             + (SELECT count(*) FROM errand WHERE student_id = :s)
                             + (SELECT count(*) FROM file WHERE student_id = :s)""").bind("s", student).mapTo(Long.class).one());
    }

    private List<ErasureReported> reports() {
        return topics.readAll(Topics.ERASURES).stream()
                .filter(report -> report.orderId().equals(order))
                .toList();
    }

    @Test
    void firstNothingMoreIsTakenInAndAMinuteLaterEverythingOfTheStudentGoes() {
        orderErasure();

        sweep.sweep(MachineClock.now());
        assertThat(erased.contains(ana)).isTrue();
        assertThat(erased.contains(ben)).isFalse();
        sweep.sweep(MachineClock.now().plusSeconds(50));
        assertThat(recordsOf(ana)).isEqualTo(5);

        sweep.sweep(MachineClock.now().plusSeconds(61));
        assertThat(recordsOf(ana)).isZero();
        assertThat(recordsOf(ben)).isEqualTo(5);
        assertThat(erased.contains(ana)).isTrue();
        await().atMost(PATIENCE).until(() -> !reports().isEmpty());
        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.service()).isEqualTo("service-kit");
            assertThat(report.state()).isEqualTo(ErasureReported.State.ERASED);
            // Of the visit first its doors, then the rest with two steps
            assertThat(report.classes())
                    .containsExactly(
                            new ErasedClass("doors", 2), new ErasedClass("visits", 3), new ErasedClass("files", 1));
        });
    }

    @Test
    void whatSomebodyNotedForThemselvesStaysWithoutTheStudentAndIsNotReported() {
        String maker = "maker-" + UUID.randomUUID();
        owner.useHandle(
                handle -> handle.execute("INSERT INTO remark VALUES (?, ?, '2026-10-14T12:00:00Z')", ana, maker));
        orderErasure();
        inTwoSteps();
        await().atMost(PATIENCE).until(() -> !reports().isEmpty());

        assertThat(texts("SELECT coalesce(student_id, 'nobody') FROM remark WHERE made_by = '" + maker + "'"))
                .containsExactly("nobody");
        assertThat(reports().getFirst().classes())
                .extracting(ErasedClass::recordClass)
                .doesNotContain("remarks");
    }

    @Test
    void whatWasAnsweredAboutTheStudentIsForgottenAndTheRequestTakesNoEffectAgain() {
        int ofBen = counted(ben).statusCode(200).extract().path("total");
        counted(ana).statusCode(200);
        orderErasure();
        inTwoSteps();

        counted(ana).statusCode(410).body("type", endsWith("answer-gone")).body("detail", not(containsString(ana)));
        counted(ben).statusCode(200).body("total", equalTo(ofBen));
        assertThat(texts("SELECT concat(response, response_sealed, students) FROM idempotency_key WHERE key = 'of-"
                        + ana + "'"))
                .containsExactly("{}");

        owner.useHandle(handle -> handle.execute(
                "UPDATE idempotency_key SET response = '{}', students = NULL WHERE key = ?", "of-" + ben));
        sweep.again();
        counted(ben).statusCode(410);
    }

    private static ValidatableResponse counted(String student) {
        return given().auth()
                .oauth2(TestTokens.system("sync", "roster:write", "S1"))
                .header("Idempotency-Key", "of-" + student)
                .post("/v1/counter/{student}", student)
                .then();
    }

    @Test
    void theReportNamesNobody() {
        orderErasure();
        inTwoSteps();
        await().atMost(PATIENCE).until(() -> !reports().isEmpty());

        assertThat(topics.readAll(Topics.ERASURES.name()))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(ana)
                        || record.key().contains(ana));
    }

    @Test
    void aHoldOfTheStudentMakesItWaitAndSaysSo() {
        tell(Kind.LEGAL_HOLD, hold, ana, null, false, 1);
        awaitHold(false);
        orderErasure();

        inTwoSteps();
        assertThat(recordsOf(ana)).isEqualTo(5);
        assertThat(state()).isEqualTo("HELD");
        assertThat(erased.contains(ana)).as("what is kept goes on").isFalse();
        await().atMost(PATIENCE).until(() -> !reports().isEmpty());
        assertThat(reports()).singleElement().extracting(ErasureReported::state).isEqualTo(ErasureReported.State.HELD);

        tell(Kind.LEGAL_HOLD, hold, ana, null, true, 2);
        awaitHold(true);
        inTwoSteps();
        assertThat(recordsOf(ana)).isZero();
        await().atMost(PATIENCE).until(() -> reports().size() == 2);
    }

    @Test
    void aHoldOfASchoolThatHasRecordsOfTheStudentToo() {
        tell(Kind.LEGAL_HOLD, hold, null, school, false, 1);
        awaitHold(false);
        orderErasure();

        inTwoSteps();

        assertThat(recordsOf(ana)).isEqualTo(5);
        assertThat(state()).isEqualTo("HELD");
    }

    @Test
    void aHoldThatComesInTheLastMinuteIsHeeded() {
        orderErasure();
        sweep.sweep(MachineClock.now());
        tell(Kind.LEGAL_HOLD, hold, ana, null, false, 1);
        awaitHold(false);

        sweep.sweep(MachineClock.now().plusSeconds(61));

        assertThat(recordsOf(ana)).isEqualTo(5);
        assertThat(erased.contains(ana)).isFalse();
    }

    @Test
    void whatComesBackAllTheSameGoesAgain() {
        orderErasure();
        inTwoSteps();
        owner.useHandle(handle -> handle.execute("INSERT INTO errand VALUES (?, '2026-10-15T12:00:00Z')", ana));

        sweep.again();

        assertThat(recordsOf(ana)).isZero();
        assertThat(recordsOf(ben)).isEqualTo(5);
    }

    @Test
    void toldTwiceItIsDoneOnce() {
        orderErasure();
        inTwoSteps();

        tell(Kind.ERASURE, order, ana, null, false, 1);
        inTwoSteps();

        await().atMost(PATIENCE).until(() -> !reports().isEmpty());
        assertThat(reports()).hasSize(1);
    }

    @Test
    void theExampleOfTheContractIsRead() throws Exception {
        try (var in = Topics.class.getResourceAsStream("/examples/privacy.orders.v1/erasure.json")) {
            var event = EventJson.read(in.readAllBytes(), PrivacyOrder.class);

            topics.send(Topics.ORDERS, event);

            await().atMost(PATIENCE)
                    .until(() -> texts("SELECT order_id FROM erasure").contains(event.orderId()));
        }
    }
}
