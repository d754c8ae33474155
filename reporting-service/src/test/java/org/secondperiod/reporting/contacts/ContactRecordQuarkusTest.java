package org.secondperiod.reporting.contacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.fresh;
import static org.secondperiod.reporting.outreach.Morning.DAY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallLogged.Channel;
import org.secondperiod.events.CallLogged.Outcome;
import org.secondperiod.events.CallLogged.Result;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.Morning;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/** One morning's calls as a record: every attempt, every contact, and whom nobody tried to reach. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ContactRecordQuarkusTest {

    /** Who is called like a formula is still only somebody's id. */
    private static final String FORMULA = "=HYPERLINK(\"http://x\")";

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer attendance;

    @Inject
    OutreachConsumer outreach;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");
    private final String cleo = fresh("cleo");
    private final String dan = fresh("dan");
    private final Morning morning = new Morning(school);
    private final String principal = TestTokens.person(fresh("principal"), "principal", school);
    private final CallLogged noAnswer = morning.call(ana, 10, Outcome.NO_ANSWER, FORMULA);
    private final CallLogged reached = morning.call(
            ana,
            20,
            Outcome.REACHED_GUARDIAN,
            "rivera",
            Result.COMING_IN_TODAY,
            "overslept",
            Instant.parse("2026-10-13T15:00:00Z"),
            DAY);
    private final CallLogged inPerson = Morning.by(
            morning.call(ben, 50, Outcome.REACHED_STUDENT, "chen", Result.UNDETERMINED, "not-said", null, DAY),
            Channel.IN_PERSON,
            "HOME_VISIT",
            false);

    /** Ana is called twice and reached; Ben is met; nobody calls Cleo; Dan came before; what was taken back never was. */
    @BeforeEach
    void aMorning() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        List<Received> rosters = new ArrayList<>();
        rosters.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        List<Received> told = new ArrayList<>();
        for (String student : List.of(ana, ben, cleo, dan)) {
            rosters.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, Told.at(school, null, null))));
            told.add(Told.received(Topics.CALL_TASKS, morning.task(student, 1, CallTaskChanged.State.OPEN, 1, null)));
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(tx, rosters)));
        told.add(Told.received(
                Topics.CALL_TASKS, morning.task(dan, 2, CallTaskChanged.State.ARRIVED, 5, Morning.at(5))));
        told.add(Told.received(Topics.CALLS, inPerson));
        told.add(Told.received(Topics.CALLS, reached));
        told.add(Told.received(Topics.CALLS, noAnswer));
        told.add(Told.received(
                Topics.CALLS,
                Morning.by(morning.call(cleo, 30, Outcome.BUSY, "chen"), Channel.OUTGOING_CALL, null, true)));
        AsSystem.run(() -> jdbi.useTransaction(tx -> outreach.handle(tx, told)));
    }

    private static ValidatableResponse ask(String token, String path, Object... parameters) {
        return given().auth().oauth2(token).get(path, parameters).then();
    }

    @Test
    void aDaysBatchHasEveryAttemptAndWhomNobodyTried() {
        ask(principal, "/v1/contact-records?day=2026-10-13&school={school}", school)
                .statusCode(200)
                .body("students", equalTo(3))
                .body("contacts", equalTo(2))
                .body("attempts", equalTo(1))
                .body("withoutAttempt", equalTo(1))
                .body("entries.studentId", contains(ana, ana, ben, cleo))
                .body("entries.kind", contains("ATTEMPT", "CONTACT", "CONTACT", "NONE"))
                .body("entries.time", contains(equalTo("08:54"), equalTo("09:04"), equalTo("09:34"), nullValue()))
                .body("entries[1].reached", equalTo("GUARDIAN"))
                .body("entries[1].reason", equalTo("overslept"))
                .body("entries[2].channel", equalTo("IN_PERSON"))
                .body("entries[2].nextStep", equalTo("HOME_VISIT"));
        ask(principal, "/v1/contact-records?day=2026-10-14&school={school}", school)
                .statusCode(200)
                .body("entries", hasSize(0));
    }

    @Test
    void theBatchIsCsvAndNoFormula() {
        String csv = given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/contact-records?day=2026-10-13&school={school}", school)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv)
                .isEqualTo("""
                        schoolDay,schoolId,studentId,kind,channel,date,time,reached,outcome,result,reason,comingBy,nextStep,staffId,calledInError,contactId
                        2026-10-13,%1$s,%2$s,ATTEMPT,OUTGOING_CALL,2026-10-13,08:54,,NO_ANSWER,,,,,"'=HYPERLINK(""http://x"")",,%5$s
                        2026-10-13,%1$s,%2$s,CONTACT,OUTGOING_CALL,2026-10-13,09:04,GUARDIAN,REACHED_GUARDIAN,COMING_IN_TODAY,overslept,2026-10-13T15:00:00Z,,rivera,,%6$s
                        2026-10-13,%1$s,%3$s,CONTACT,IN_PERSON,2026-10-13,09:34,STUDENT,REACHED_STUDENT,UNDETERMINED,not-said,,HOME_VISIT,chen,,%7$s
                        2026-10-13,%1$s,%4$s,NONE,,,,,,,,,,,,
                        """.formatted(school, ana, ben, cleo, noAnswer.callId(), reached.callId(), inPerson.callId())
                        .replace("\n", "\r\n"));
    }

    @Test
    void aStudentsRecordIsForWhoAnswersForTheSchool() {
        ask(principal, "/v1/students/{id}/contact-record?from=2026-10-01&to=2026-10-31", ana)
                .statusCode(200)
                .body("contacts", equalTo(1))
                .body("attempts", equalTo(1))
                .body("entries.studentId", everyItem(equalTo(ana)));
        ask(principal, "/v1/students/{id}/contact-record?from=2026-10-14&to=2026-10-31", ana)
                .statusCode(200)
                .body("entries", hasSize(0));
        ask(TestTokens.person(fresh("principal"), "principal", "elsewhere"), "/v1/students/{id}/contact-record", ana)
                .statusCode(404);
        ask(TestTokens.person(fresh("caller"), "caller", school), "/v1/students/{id}/contact-record", ana)
                .statusCode(403);
        ask(TestTokens.person(fresh("analyst"), "district-analyst", "*"), "/v1/contact-records?school={s}", school)
                .statusCode(403);
    }
}
