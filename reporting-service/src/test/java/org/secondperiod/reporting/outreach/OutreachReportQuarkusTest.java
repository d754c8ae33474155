package org.secondperiod.reporting.outreach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.secondperiod.reporting.intake.Told.fresh;
import static org.secondperiod.reporting.outreach.Morning.DAY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallLogged.Outcome;
import org.secondperiod.events.CallLogged.Result;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.examples.ExampleTable;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/** What the calls of a morning achieved, told in any order. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OutreachReportQuarkusTest {

    private static final String AT = "?from=2026-10-13&to=2026-10-13&school=";

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
    private final String lead = TestTokens.person(fresh("lead"), "attendance-lead", school);

    @BeforeEach
    void aSchoolOfFourAndAMorning() {
        clock.set(Instant.parse("2026-10-15T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        for (String student : List.of(ana, ben, cleo, dan)) {
            told.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, Told.at(school, "2026-09-07", null))));
        }
        for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
            told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false)));
        }
        told.add(Told.received(
                Topics.MARKS, Told.mark(ben, school, DAY.plusDays(1), "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        told.add(
                Told.received(Topics.MARKS, Told.mark(ben, school, DAY, "day", AttendanceCategory.EXCUSED_ABSENCE, 1)));
        told.add(Told.received(
                Topics.MARKS, Told.mark(ana, school, DAY, "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(tx, told)));
    }

    /** Ana is reached and comes; Ben is reached and does not; Cleo is never called; Dan came before anybody called. */
    private List<Received> told() {
        List<Received> told = new ArrayList<>();
        for (String student : List.of(ana, ben, cleo, dan)) {
            told.add(Told.received(
                    Topics.WHEREABOUTS, morning.where(student, 1, WhereaboutsChanged.State.UNACCOUNTED, null, null)));
            told.add(Told.received(Topics.CALL_TASKS, morning.task(student, 1, CallTaskChanged.State.OPEN, 1, null)));
        }
        told.add(Told.received(
                Topics.CALLS,
                morning.call(
                        ana,
                        -1,
                        Outcome.REACHED_GUARDIAN,
                        "rivera",
                        Result.COMING_IN_TODAY,
                        "overslept",
                        null,
                        DAY.minusDays(4))));
        told.add(Told.received(Topics.CALLS, morning.call(ana, 10, Outcome.WRONG_NUMBER, "rivera")));
        told.add(Told.received(
                Topics.CALLS,
                morning.call(
                        ana,
                        20,
                        Outcome.REACHED_GUARDIAN,
                        "rivera",
                        Result.COMING_IN_TODAY,
                        "overslept",
                        Morning.at(120),
                        DAY)));
        told.add(Told.received(
                Topics.CALL_TASKS, morning.task(ana, 2, CallTaskChanged.State.ARRIVED, 80, Morning.at(80))));
        told.add(Told.received(
                Topics.CALLS,
                morning.call(
                        ben, 50, Outcome.REACHED_GUARDIAN, "chen", Result.WILL_NOT_COME_OTHER, "not-said", null, DAY)));
        told.add(Told.received(Topics.CALL_TASKS, morning.task(ben, 2, CallTaskChanged.State.DONE, 51, null)));
        told.add(Told.received(
                Topics.CALL_TASKS, morning.task(dan, 2, CallTaskChanged.State.ARRIVED, 5, Morning.at(5))));
        told.add(Told.received(
                Topics.WHEREABOUTS, morning.where(dan, 2, WhereaboutsChanged.State.IN_BUILDING, null, Morning.at(5))));
        return told;
    }

    private void tell(List<Received> told) {
        AsSystem.run(() -> jdbi.useTransaction(tx -> outreach.handle(tx, told)));
        awaitAddedUp();
    }

    private static void awaitAddedUp() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery(
                                                "SELECT (SELECT count(*) FROM outreach_due) + (SELECT count(*) FROM refresh)")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private ValidatableResponse ask(String path) {
        return given().auth().oauth2(lead).get(path + AT + school).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMorningToldInAnyOrderAndTwiceAddsUpToTheSame(int seed) {
        List<Received> told = told();
        // A task's versions of one batch may come in any order; whereabouts keep the order of their partition.
        List<Received> others = new ArrayList<>(
                told.stream().filter(record -> !record.isOf(Topics.WHEREABOUTS)).toList());
        Collections.shuffle(others, new Random(seed));
        tell(told.stream().filter(record -> record.isOf(Topics.WHEREABOUTS)).toList());
        tell(others);
        tell(told);

        ask("/v1/outreach")
                .body("total.studentsToCall", equalTo(3))
                .body("total.within30.of", equalTo(3))
                .body("total.within30.count", equalTo(1))
                .body("total.within60.count", equalTo(2))
                .body("total.within120.percent", equalTo(66.67f))
                .body("total.calls", equalTo(3))
                .body("total.called", equalTo(2))
                .body("total.reached.count", equalTo(2))
                .body("total.successful.count", equalTo(1))
                .body("total.sameDayReturn.of", equalTo(2))
                .body("total.sameDayReturn.count", equalTo(1))
                .body("total.averageMinutesToReturn", equalTo(60))
                // Here at 10:04: the periods from 11:00 on, of eight that begin on the hour from eight.
                .body("total.periodsSaved", equalTo(5))
                .body("total.promisesKept.of", equalTo(1))
                .body("total.promisesKept.count", equalTo(1))
                .body("total.continuity.of", equalTo(1))
                .body("total.continuity.count", equalTo(1))
                .body("total.numbersNotWorking.count", equalTo(1))
                .body("total.absentNextDay.of", equalTo(2))
                .body("total.absentNextDay.count", equalTo(1));
    }

    /** It is nine in the morning: nobody has had thirty minutes. */
    @Test
    void aDayThatIsNotOverIsToldOnlyToWhoAsksForIt() {
        clock.set(Instant.parse("2026-10-13T13:00:00Z"));
        tell(told());

        until("").body("to", equalTo("2026-10-12")).body("total.studentsToCall", equalTo(0));
        until("&to=2026-10-13").body("to", equalTo("2026-10-13")).body("total.studentsToCall", equalTo(3));

        clock.set(Instant.parse("2026-10-20T13:00:00Z"));
        until("").body("to", equalTo("2026-10-19")).body("total.studentsToCall", equalTo(3));
        until("&knownOn=2026-10-13").body("to", equalTo("2026-10-12")).body("total.studentsToCall", equalTo(0));
    }

    private ValidatableResponse until(String more) {
        return given().auth()
                .oauth2(lead)
                .get("/v1/outreach?school=" + school + more)
                .then()
                .statusCode(200);
    }

    @Test
    void callersAreForTheirLeadAndInTheOrderOfTheirIds() {
        tell(told());

        given().auth()
                .oauth2(lead)
                .get("/v1/outreach" + AT + school + "&groupBy=CALLER")
                .then()
                .statusCode(200)
                .body("lines.caller", contains("chen", "rivera"))
                .body("lines.reached.count", contains(1, 1))
                .body("lines[0].studentsToCall", nullValue());
        given().auth()
                .oauth2(TestTokens.person(fresh("principal"), "principal", school))
                .get("/v1/outreach" + AT + school + "&groupBy=CALLER")
                .then()
                .statusCode(403);
    }

    @Test
    void callsMadeInErrorAreToldWithTheirCause() {
        var call = morning.call(dan, 3, Outcome.REACHED_GUARDIAN, "chen");
        tell(List.of(Told.received(Topics.CALLS, call)));
        tell(List.of(Told.received(Topics.CALLS, Morning.inError(call, "SCAN_CAME_LATE"))));

        ask("/v1/outreach").body("errors.cause", contains("SCAN_CAME_LATE")).body("errors.calls", contains(1));
        given().auth()
                .oauth2(lead)
                .accept("text/csv")
                .get("/v1/outreach" + AT + school)
                .then()
                .statusCode(200)
                .body(startsWith("from,to,of,"))
                .body(containsString("ERROR,,,,"))
                .body(containsString("SCAN_CAME_LATE,1,\r\n"));
        for (String groupBy : List.of("SCHOOL", "CALLER", "WEEK")) {
            given().auth()
                    .oauth2(lead)
                    .get("/v1/outreach" + AT + school + "&groupBy=" + groupBy)
                    .then()
                    .statusCode(200)
                    .body("lines", hasSize(1))
                    .body("lines[0].errors.cause", contains("SCAN_CAME_LATE"))
                    .body("lines[0].errors.calls", contains(1));
        }
        given().auth()
                .oauth2(lead)
                .accept("text/csv")
                .get("/v1/outreach" + AT + school + "&groupBy=CALLER")
                .then()
                .body(containsString("2026-10-13,2026-10-13,ERROR_OF_CALLER,,,chen,"));
    }

    static Stream<Map<String, String>> returns() {
        return ExampleTable.of("same-day-return-examples.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("returns")
    void whoCameBackIsAsTheTableSays(Map<String, String> row) {
        tell(new ReturnExample(row).told(morning, ana));

        String minutes = row.get("minutes");
        ask("/v1/outreach")
                .body("total.reached.count", equalTo(1))
                .body("total.sameDayReturn.count", equalTo(ReturnExample.count(row.get("came back"))))
                .body("total.sameDayReturn.of", equalTo(ReturnExample.of(row.get("came back"))))
                .body(
                        "total.averageMinutesToReturn",
                        minutes.isEmpty() ? nullValue() : equalTo(Integer.valueOf(minutes)))
                .body("total.periodsSaved", equalTo(Integer.valueOf(row.get("periods saved"))))
                .body("total.promisesKept.count", equalTo(ReturnExample.count(row.get("promises kept"))))
                .body("total.promisesKept.of", equalTo(ReturnExample.of(row.get("promises kept"))));
        given().auth()
                .oauth2(lead)
                .get("/v1/outreach" + AT + school + "&groupBy=CALLER")
                .then()
                .body("lines[0].sameDayReturn.count", equalTo(ReturnExample.count(row.get("came back"))))
                .body("lines[0].sameDayReturn.of", equalTo(ReturnExample.of(row.get("came back"))));
    }

    @Test
    void reasonsAreWhatAttendanceSaysAndWhatFamiliesSay() {
        tell(told());

        ask("/v1/absence-reasons")
                .body("attendance.reason", contains(nullValue(), equalTo("ILLNESS")))
                .body("attendance.excused", contains(false, true))
                .body("attendance.absences", contains(1, 1))
                .body("families.reason", contains("overslept"));
    }

    /** Cleo was there for half of the day; Dan missed a period that decides nothing; Eve is not enrolled; Monday is not submitted. */
    @Test
    void absencesByReasonAreThoseThatCount() {
        LocalDate monday = DAY.minusDays(1);
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(
                tx,
                List.of(
                        mark(cleo, DAY, "day", AttendanceCategory.PARTIAL),
                        mark(dan, DAY, "3", AttendanceCategory.UNEXCUSED_ABSENCE),
                        mark(fresh("eve"), DAY, "day", AttendanceCategory.UNEXCUSED_ABSENCE),
                        mark(ana, monday, "day", AttendanceCategory.UNEXCUSED_ABSENCE)))));
        awaitAddedUp();

        assertReasonsAddUpTo(4, 7);

        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(
                tx, List.of(Told.received(Topics.TAKEN, Told.taken(school, monday, "day", null, 1, false))))));
        awaitAddedUp();

        assertReasonsAddUpTo(5, 9);
    }

    private void assertReasonsAddUpTo(int absences, int halfDays) {
        String days = "?from=2026-10-12&to=2026-10-14&school=" + school;
        given().auth()
                .oauth2(lead)
                .get("/v1/absence-reasons" + days)
                .then()
                .statusCode(200)
                .body("attendance.absences.sum()", equalTo(absences))
                .body("attendance.absentHalfDays.sum()", equalTo(halfDays));
        JsonPath attended = given().auth()
                .oauth2(lead)
                .get("/v1/attendance" + days + "&by=DAY")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(attended.getInt("lines.enrolledHalfDays.findAll { it != null }.sum()")
                        - attended.getInt("lines.attendedHalfDays.findAll { it != null }.sum()"))
                .isEqualTo(halfDays);
    }

    private Received mark(String student, LocalDate day, String period, AttendanceCategory category) {
        return Told.received(Topics.MARKS, Told.mark(student, school, day, period, category, 1));
    }

    /** Ben was absent on the next day, until his mark is corrected five weeks later. */
    @Test
    void aMarkOfTheNextDayCountsForTheCallWheneverItIsCorrected() {
        tell(told());
        ask("/v1/outreach").body("total.absentNextDay.count", equalTo(1));
        clock.set(Instant.parse("2026-11-20T16:00:00Z"));

        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(
                tx,
                List.of(Told.received(
                        Topics.MARKS,
                        Told.mark(ben, school, DAY.plusDays(1), "day", AttendanceCategory.PRESENT, 2))))));
        awaitAddedUp();

        ask("/v1/outreach").body("total.absentNextDay.of", equalTo(2)).body("total.absentNextDay.count", equalTo(0));
    }

    @Test
    void rootCausesAreForTheSchoolsPeopleAndOfNoGroupOfFewerThanTen() {
        CallLogged call = morning.call(
                ben, 55, Outcome.REACHED_GUARDIAN, "chen", Result.WILL_NOT_COME_OTHER, "transport", null, DAY);
        CallLogged said = Morning.atTheRoot(call, CallLogged.RootCause.AVERSION);
        tell(List.of(Told.received(Topics.CALLS, said), Told.received(Topics.CALLS, call)));

        ask("/v1/absence-reasons")
                .body("families.reason", contains("transport"))
                .body("rootCauses.reason", contains("AVERSION"))
                .body("rootCauses.excused", contains(true))
                .body("rootCauses.absences", contains(1));
        given().auth()
                .oauth2(TestTokens.system("numbers", "reports:read", school))
                .get("/v1/absence-reasons" + AT + school + "&groupBy=GRADE")
                .then()
                .statusCode(200)
                .body("rootCauses", nullValue())
                .body("smallGroups", nullValue())
                .body("groups[0].rootCauses", nullValue())
                .body("groups[0].families.reason", contains("transport"));
        for (String groupBy : List.of("GRADE", "HOMEROOM", "GROUP", "SCHOOL")) {
            reasonsBy(groupBy)
                    .body("groups", hasSize(1))
                    .body("groups[0].rootCauses", nullValue())
                    .body("groups[0].families.reason", contains("transport"))
                    .body("smallGroups.reason", contains("AVERSION"));
        }
        reasonsBy("HOMEROOM").body("groups[0].schoolId", equalTo(school)).body("groups[0].value", equalTo("9-A"));

        enrolled(6);

        reasonsBy("GRADE")
                .body("groups[0].value", equalTo("9"))
                .body("groups[0].schoolId", nullValue())
                .body("groups[0].rootCauses.reason", contains("AVERSION"))
                .body("smallGroups", nullValue());
        given().auth()
                .oauth2(lead)
                .accept("text/csv")
                .get("/v1/absence-reasons" + AT + school + "&groupBy=GRADE")
                .then()
                .statusCode(200)
                .body(
                        startsWith(
                                "from,to,saidBy,reason,excused,absences,absentHalfDays,percent,of,schoolId,schoolName,value,knownOn\r\n"))
                .body(containsString("2026-10-13,2026-10-13,ROOT_CAUSE,AVERSION,true,1,,100.00,GRADE,,,9,\r\n"));

        tell(List.of(Told.received(Topics.CALLS, Morning.atTheRoot(said, null))));
        ask("/v1/absence-reasons").body("rootCauses", hasSize(0));
    }

    private ValidatableResponse reasonsBy(String groupBy) {
        return given().auth()
                .oauth2(lead)
                .get("/v1/absence-reasons" + AT + school + "&groupBy=" + groupBy)
                .then()
                .statusCode(200);
    }

    private void enrolled(int more) {
        List<Received> rosters = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            rosters.add(Told.received(
                    Topics.ENROLMENTS, Told.roster(fresh("more"), 1, Told.at(school, "2026-09-07", null))));
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(tx, rosters)));
        awaitAddedUp();
    }

    @Test
    void whoCameOnALaterDayDidNotComeBackThatDay() {
        tell(told());
        // The mark is corrected to present a week later, before noon.
        tell(List.of(Told.received(
                Topics.CALL_TASKS, morning.task(ana, 3, CallTaskChanged.State.ARRIVED, 90, Morning.at(7 * 24 * 60)))));

        ask("/v1/outreach").body("total.sameDayReturn.of", equalTo(2)).body("total.sameDayReturn.count", equalTo(0));
    }

    /** Most is learned on the 15th. On the 20th a call was made in error, Ben's reason is said, Ana was in the building. */
    @Test
    void whatIsLearnedLaterCountsForNothingInWhatWasKnownThen() {
        tell(told());
        tell(List.of(Told.received(
                Topics.WHEREABOUTS, morning.where(cleo, 2, WhereaboutsChanged.State.HELD, "DOOR_FEED_SILENT", null))));
        CallLogged call = morning.call(ben, 70, Outcome.REACHED_GUARDIAN, "chen");
        tell(List.of(Told.received(Topics.CALLS, call)));
        clock.set(Instant.parse("2026-10-20T16:00:00Z"));
        tell(List.of(
                Told.received(Topics.CALLS, Morning.inError(call, "SCAN_CAME_LATE")),
                Told.received(
                        Topics.CALLS,
                        morning.call(ben, 75, Outcome.REACHED_GUARDIAN, "chen", null, "transport", null, DAY)),
                Told.received(
                        Topics.WHEREABOUTS,
                        morning.where(ana, 2, WhereaboutsChanged.State.IN_BUILDING, null, Morning.at(5)))));
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(
                tx,
                List.of(
                        Told.received(Topics.MARKS, Told.mark(ana, school, DAY, "day", AttendanceCategory.UNKNOWN, 2)),
                        Told.received(Topics.TAKEN, Told.taken(school, DAY.minusDays(1), "day", null, 1, false))))));
        awaitAddedUp();

        ask("/v1/outreach")
                .body("total.calls", equalTo(5))
                .body("total.successful.count", equalTo(2))
                .body("errors.calls", contains(1))
                .body("knownOn", nullValue());
        for (String groupBy : List.of("", "&groupBy=CALLER", "&groupBy=SCHOOL")) {
            askThen("/v1/outreach", "2026-10-19" + groupBy)
                    .body("total.calls", equalTo(4))
                    .body("total.successful.count", equalTo(1))
                    .body("errors", hasSize(0))
                    .body("knownOn", equalTo("2026-10-19"));
        }
        askThen("/v1/outreach", "2026-10-19&groupBy=CALLER")
                .body("lines.caller", contains("chen", "rivera"))
                .body("lines.calls", contains(2, 2));
        askThen("/v1/outreach", "2026-10-20&groupBy=CALLER").body("lines.calls", contains(3, 2));
        askThen("/v1/outreach", "2026-10-14&groupBy=SCHOOL")
                .body("total.calls", equalTo(0))
                .body("lines", hasSize(0));

        ask("/v1/absence-reasons")
                .body("attendance", hasSize(1))
                .body("families", hasSize(2))
                .body("leftOut.marksNotUnderstood", equalTo(1));
        askThen("/v1/absence-reasons", "2026-10-19&groupBy=GRADE")
                .body("attendance.absences", contains(1, 1))
                .body("families.reason", contains("overslept"))
                .body("groups", hasSize(1))
                .body("groups[0].rootCauses", nullValue())
                .body("leftOut.marksNotUnderstood", equalTo(0))
                .body("knownOn", equalTo("2026-10-19"));
        for (String report : List.of("absence-reasons", "in-building")) {
            String days = "/v1/" + report + "?from=2026-10-12&to=2026-10-14&school=" + school;
            given().auth().oauth2(lead).get(days).then().body("leftOut.daysNotSubmitted", equalTo(0));
            given().auth()
                    .oauth2(lead)
                    .get(days + "&knownOn=2026-10-19")
                    .then()
                    .statusCode(200)
                    .body("leftOut.daysNotSubmitted", equalTo(1));
        }

        ask("/v1/in-building").body("students", equalTo(2));
        askThen("/v1/in-building", "2026-10-19")
                .body("students", equalTo(1))
                .body("lines[0].students", equalTo(1))
                .body("leftOut.heldForDoor", equalTo(1));
        askThen("/v1/in-building", "2026-10-14").body("leftOut.heldForDoor", equalTo(0));

        given().auth()
                .oauth2(lead)
                .get("/v1/data-quality?from=2026-10-12&to=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .body("schools[0].notSubmitted", hasSize(0))
                .body("schools[0].unmapped", equalTo(1));
        given().auth()
                .oauth2(lead)
                .get("/v1/data-quality?from=2026-10-12&to=2026-10-14&knownOn=2026-10-19&school=" + school)
                .then()
                .statusCode(200)
                .body("schools[0].schoolDays", equalTo(3))
                .body("schools[0].notSubmitted", contains("2026-10-12"))
                .body("schools[0].unmapped", equalTo(0))
                .body("schools[0].silentDoors.day", contains("2026-10-13"))
                .body("knownOn", equalTo("2026-10-19"));
        for (String report : List.of("outreach", "absence-reasons", "in-building", "data-quality", "calling-earlier")) {
            given().auth()
                    .oauth2(lead)
                    .accept("text/csv")
                    .get("/v1/" + report + AT + school + "&knownOn=2026-10-19")
                    .then()
                    .statusCode(200)
                    .body(containsString(",knownOn\r\n"))
                    .body(containsString(",2026-10-19\r\n"));
        }
    }

    private ValidatableResponse askThen(String path, String knownOn) {
        return given().auth()
                .oauth2(lead)
                .get(path + AT + school + "&knownOn=" + knownOn)
                .then()
                .statusCode(200);
    }

    @Test
    void whoWasInTheBuildingAndNotInClassIsCounted() {
        tell(told());

        ask("/v1/in-building").body("students", equalTo(1)).body("lines.weekday", contains("TUESDAY"));
    }

    @Test
    void whatIsMissingIsNamed() {
        tell(List.of(Told.received(
                Topics.WHEREABOUTS, morning.where(ana, 1, WhereaboutsChanged.State.HELD, "DOOR_FEED_SILENT", null))));

        ask("/v1/in-building")
                .body("students", equalTo(0))
                .body("leftOut.heldForDoor", equalTo(1))
                .body("leftOut.heldForClass", equalTo(0))
                .body("leftOut.daysNotSubmitted", equalTo(0));

        given().auth()
                .oauth2(lead)
                .get("/v1/data-quality?from=2026-10-12&to=2026-10-15&school=" + school)
                .then()
                .statusCode(200)
                .body("schools", hasSize(1))
                .body("schools[0].schoolDays", equalTo(3))
                .body("schools[0].notSubmitted", contains("2026-10-12"))
                .body("schools[0].silentDoors.day", contains("2026-10-13"))
                .body("schools[0].unmapped", equalTo(0));
    }
}
