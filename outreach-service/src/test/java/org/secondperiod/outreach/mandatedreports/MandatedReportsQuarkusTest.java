package org.secondperiod.outreach.mandatedreports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.orders.ErasureSweep;
import org.secondperiod.kit.records.PurgeSweep;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;
import org.secondperiod.outreach.records.OutreachRecords;

/** Who reported a suspicion may note it: seen by them, by a court, and by nobody else wherever they look. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MandatedReportsQuarkusTest {

    private static final String CALL_ID = "87654321";

    @Inject
    Jdbi jdbi;

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    TestTopics topics;

    @Inject
    ErasureSweep erasures;

    @Inject
    PurgeSweep purges;

    @Inject
    OutreachRecords records;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String rivera = fresh("rivera");
    private final String okafor = fresh("okafor");
    private String riveras;
    private String okafors;

    @BeforeEach
    void anaIsAStudentOfTheSchoolOfBoth() {
        clock.set(at("08:50"));
        told.school(school, fresh("building")).withoutSignal().send();
        told.enrolled(ana, school);
        await().atMost(Duration.ofSeconds(20)).until(() -> count("enrolment WHERE student_id = '" + ana + "'") == 1);
        riveras = TestTokens.person(rivera, "caller", school);
        okafors = TestTokens.person(okafor, "caller", school);
    }

    @AfterEach
    void backToTheTestsDay() {
        clock.set(TestClock.START);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String admin() {
        return TestTokens.anybody(StackTestResource.FIRST_ADMIN);
    }

    private ValidatableResponse note(Map<String, String> more) {
        Map<String, String> body = new HashMap<>(Map.of("studentId", ana, "schoolId", school, "callId", CALL_ID));
        body.putAll(more);
        return as(riveras).body(body).post("/v1/mandated-reports").then();
    }

    private String noted() {
        return note(Map.of()).statusCode(201).extract().path("reportId");
    }

    private static ValidatableResponse seenBy(String token) {
        return as(token).get("/v1/mandated-reports").then().statusCode(200);
    }

    private ValidatableResponse forACourt() {
        return as(admin())
                .body(Map.of("studentId", ana, "order", "Family Court, order 11-2026"))
                .post("/v1/mandated-reports/for-a-court")
                .then();
    }

    private ValidatableResponse takenBack(String token, String report) {
        return as(token).delete("/v1/mandated-reports/{id}", report).then();
    }

    private long count(String from) {
        return owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from)
                .mapTo(Long.class)
                .one());
    }

    private List<String> audited(String subject) {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT concat_ws(' ', operation, outcome, about, array_to_string(students, ' ')) FROM audit"
                                + " WHERE subject = ? AND operation LIKE '%MandatedReport%' ORDER BY at")
                .bind(0, subject)
                .mapTo(String.class)
                .list());
    }

    @Test
    void whoeverNotedItSeesItAndNobodyElseDoes() {
        String report = note(Map.of("reportedAt", "2026-10-14T08:30:00-04:00"))
                .statusCode(201)
                .body("callId", equalTo(CALL_ID))
                .body("writtenReportDue", equalTo("2026-10-16T12:30:00Z"))
                .extract()
                .path("reportId");

        seenBy(riveras).body("items.reportId", contains(report)).body("items.studentId", contains(ana));
        for (String other : List.of(
                okafors,
                TestTokens.person(fresh("principal"), "principal", school),
                TestTokens.person(fresh("admin"), "admin", "*"),
                admin())) {
            seenBy(other).body("items", empty());
            takenBack(other, report).statusCode(404);
        }
        seenBy(riveras).body("items", hasSize(1));
    }

    @Test
    void whoCallsThereNoMoreSeesTheirOwnStill() {
        String report = noted();

        TestTokens.person(rivera, "caller", fresh("school"));

        seenBy(riveras).body("items.reportId", contains(report));
    }

    @Test
    void noExportTimelineTaskListOrTopicTellsOfIt() {
        String report = noted();

        as(admin())
                .get("/v1/students/{id}/export", ana)
                .then()
                .statusCode(200)
                .body("classes.recordClass", not(hasItem("mandated-reports")))
                .body(not(containsString(report)))
                .body(not(containsString("mandated")));
        for (String path : List.of(
                "/v1/students/" + ana + "/timeline?day=2026-10-14",
                "/v1/call-tasks?day=2026-10-14&school=" + school,
                "/v1/whereabouts?day=2026-10-14&school=" + school)) {
            as(okafors).get(path).then().statusCode(200).body(not(containsString(report)));
        }
        as(admin())
                .get("/v1/retention")
                .then()
                .body("find { it.recordClass == 'mandated-reports' }.keep", equalTo("731"))
                .body("find { it.recordClass == 'mandated-reports' }.oldest", nullValue());
        concluded.awaitQuiet();
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(topics.readAll(topic.name()))
                        .noneMatch(record -> record.value() != null
                                && new String(record.value(), StandardCharsets.UTF_8).contains(report)));
    }

    @Test
    void theAuditNamesTheNoteAndNotTheStudent() {
        String report = noted();
        seenBy(riveras);
        takenBack(riveras, report).statusCode(204);

        assertThat(audited(rivera))
                .containsExactly(
                        "noteMandatedReport DONE " + report + " ",
                        "listMyMandatedReports DONE ",
                        "takeBackMandatedReport DONE " + report + " ");
    }

    @Test
    void whatTheRegisterCallsItLiesSealed() {
        String report = noted();

        String row = owner.withHandle(
                handle -> handle.createQuery("SELECT r::text FROM mandated_report r WHERE report_id = ?")
                        .bind(0, report)
                        .mapTo(String.class)
                        .one());
        assertThat(row).contains("ciphertext").doesNotContain(CALL_ID);
    }

    @Test
    void withoutAWhereNobodyGetsTheNotesOfAnother() {
        String report = noted();
        forACourt().statusCode(200);

        assertThat(rowsSeenBy(rivera, "mandated_report"))
                .singleElement()
                .asString()
                .contains(report);
        assertThat(rowsSeenBy(rivera, "mandated_report_shown"))
                .singleElement()
                .asString()
                .contains(report);
        assertThat(rowsSeenBy(okafor, "mandated_report")).isEmpty();
        assertThat(rowsSeenBy(okafor, "mandated_report_shown")).isEmpty();
        assertThatThrownBy(() -> jdbi.useTransaction(tx -> {
                    seeingAs(tx, okafor);
                    tx.execute(
                            "INSERT INTO mandated_report (report_id, student_id, school_id, reported_at, noted_by, noted_at)"
                                    + " VALUES ('made-up', ?, ?, now(), ?, now())",
                            ana,
                            school,
                            rivera);
                }))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> owner.useHandle(handle ->
                        handle.execute("UPDATE mandated_report SET noted_by = 'okafor' WHERE report_id = ?", report)))
                .hasMessageContaining("made once, by one person");
    }

    private List<String> rowsSeenBy(String subject, String table) {
        return jdbi.inTransaction(tx -> {
            seeingAs(tx, subject);
            return tx.createQuery("SELECT t::text FROM " + table + " t")
                    .mapTo(String.class)
                    .list();
        });
    }

    /** As a request of this person that may see the rows of every school. */
    private static void seeingAs(Handle tx, String subject) {
        tx.execute(
                "SELECT set_config('secondperiod.schools', '*', true), set_config('secondperiod.subject', ?, true),"
                        + " set_config('row_security', 'on', true)",
                subject);
    }

    @Test
    void aCourtGetsItAndItsMakerSeesThat() {
        String report = noted();

        forACourt()
                .statusCode(200)
                .body("reports.reportId", contains(report))
                .body("reports.notedBy", contains(rivera))
                .body("reports.callId", contains(CALL_ID));

        seenBy(riveras)
                .body("items[0].givenOut.by", contains(StackTestResource.FIRST_ADMIN))
                .body("items[0].givenOut.at", contains(at("08:50").toString()))
                .body("items[0].givenOut.order", contains("Family Court, order 11-2026"));
        as(admin()).get("/v1/students/{id}/disclosures", ana).then().body("items", empty());
        assertThat(audited(StackTestResource.FIRST_ADMIN)).contains("giveMandatedReportsToACourt DONE " + ana);
    }

    @Test
    void anErasureTakesTheStudentOutAndTellsNobody() {
        String report = noted();
        String order = as(admin())
                .body(Map.of("studentId", ana, "why", "the parents asked"))
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .extract()
                .path("orderId");
        await().atMost(Duration.ofSeconds(20)).until(() -> count("erasure WHERE order_id = '" + order + "'") == 1);

        erasures.sweep(MachineClock.now());
        erasures.sweep(MachineClock.now().plusSeconds(61));

        seenBy(riveras)
                .body("items.reportId", contains(report))
                .body("items[0].studentId", nullValue())
                .body("items[0].callId", equalTo(CALL_ID));
        forACourt().body("reports", empty());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(admin())
                        .get("/v1/erasures/{id}", order)
                        .then()
                        .body("erased.service", contains("outreach-service"))
                        .body("erased[0].classes.recordClass", not(hasItem("mandated-reports"))));
    }

    @Test
    void itIsGoneWhenItIsTakenBackUnlessALegalHoldKeepsIt() {
        String report = noted();
        String hold = as(admin())
                .body(Map.of("studentId", ana, "why", "a court"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("holdId");

        takenBack(riveras, report).statusCode(409).body("type", containsString("kept-by-legal-hold"));
        as(admin())
                .body(Map.of("why", "settled"))
                .post("/v1/legal-holds/{id}/lift", hold)
                .then()
                .statusCode(200);
        takenBack(riveras, report).statusCode(204);

        seenBy(riveras).body("items", empty());
        assertThat(count("mandated_report WHERE report_id = '" + report + "'")).isZero();
    }

    @Test
    void sentAgainItIsTheNoteAsItIsNowAndNoneOnceItWasTakenBack() {
        Map<String, String> body = Map.of("studentId", ana, "schoolId", school, "callId", CALL_ID);
        String key = fresh("key");
        String report = sent(key, body).statusCode(201).extract().path("reportId");

        sent(key, body).statusCode(201).body("reportId", equalTo(report)).body("studentId", equalTo(ana));
        assertThat(audited(rivera)).containsOnly("noteMandatedReport DONE " + report + " ");
        takenBack(riveras, report).statusCode(204);

        sent(key, body)
                .statusCode(410)
                .body("type", containsString("answer-gone"))
                .body(not(containsString(ana)));
        seenBy(riveras).body("items", empty());
    }

    private ValidatableResponse sent(String key, Map<String, String> body) {
        return as(riveras)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/mandated-reports")
                .then();
    }

    @Test
    void itIsPurgedAfterItsOwnPeriod() {
        String report = noted();
        forACourt().statusCode(200);

        purgeAfter(731);
        assertThat(count("mandated_report WHERE report_id = '" + report + "'")).isOne();

        purgeAfter(732);
        assertThat(count("mandated_report WHERE report_id = '" + report + "'")).isZero();
        assertThat(count("mandated_report_shown WHERE report_id = '" + report + "'"))
                .isZero();
    }

    private void purgeAfter(int days) {
        clock.set(at("08:50").plus(Duration.ofDays(days)));
        records.all().stream().filter(each -> each.isConfidential()).forEach(purges::purge);
    }

    @ParameterizedTest
    @CsvSource({
        "callId, bruises on the arm",
        "studentId, nobody-there",
        "reportedAt, 2026-10-14T09:30:00-04:00",
        "reportedAt, 2026-09-01T09:30:00-04:00"
    })
    void whatItCannotBeIsNamed(String field, String value) {
        note(Map.of(field, value)).statusCode(422).body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "why", "what", "text"})
    void whatIsSuspectedHasNoField(String field) {
        note(Map.of(field, "x")).statusCode(422).body("violations[0].field", equalTo(field));
    }

    @Test
    void theSameRequestAgainIsNotedOnce() {
        String body = "{\"studentId\":\"%s\",\"schoolId\":\"%s\"}".formatted(ana, school);
        String key = fresh("key");
        List<String> ids = List.of(1, 2).stream()
                .map(time -> as(riveras)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/mandated-reports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("reportId"))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        seenBy(riveras).body("items", hasSize(1));
    }

    @Test
    void whatToDoIsToldWithWhoIsInChargeThere() {
        as(TestTokens.person(fresh("diaz"), "principal", "guided-school"))
                .get("/v1/mandated-reporting?school=guided-school")
                .then()
                .statusCode(200)
                .body("hotline", equalTo("1-800-635-1522"))
                .body("inCharge", equalTo("Ms. Diaz in room 210"))
                .body("writtenWithinHours", equalTo(48))
                .body("notes", equalTo(true))
                .body("steps[3]", containsString("Ms. Diaz in room 210"));
        as(riveras)
                .get("/v1/mandated-reporting")
                .then()
                .body("inCharge", equalTo("the principal, or whom the principal has named for it"));
    }
}
