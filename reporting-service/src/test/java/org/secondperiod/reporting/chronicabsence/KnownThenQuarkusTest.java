package org.secondperiod.reporting.chronicabsence;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;

/** A figure that was sent can be found again; attendance over time, movement and the list say the same of it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class KnownThenQuarkusTest {

    private static final LocalDate SEPTEMBER_8 = LocalDate.of(2026, 9, 8);

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");
    private final String principal = TestTokens.person(fresh("principal"), "principal", school);

    /** Ten days until 18 September; Ana was absent on one, which is chronic. */
    @BeforeEach
    void asItWasKnownInSeptember() {
        clock.set(Instant.parse("2026-09-21T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        for (String student : List.of(ana, ben)) {
            told.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, Told.at(school, "2026-09-07", null))));
        }
        Told.weekdays("2026-09-07", "2026-09-18")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        told.add(Told.received(
                Topics.MARKS, Told.mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        tell(told);
    }

    private void tell(List<Received> told) {
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private ValidatableResponse ask(String path, String query) {
        return given().auth()
                .oauth2(principal)
                .get(path + "?school=" + school + query)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasCorrectedLaterCountsForNothingInWhatWasKnownThen() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        tell(List.of(
                Told.received(Topics.MARKS, Told.mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.TARDY, 2))));

        ask("/v1/chronic-absence", "&asOf=2026-09-18")
                .body("total.bands.chronic", equalTo(0))
                .body("knownOn", nullValue());
        ask("/v1/chronic-absence", "&asOf=2026-09-18&knownOn=2026-10-13")
                .body("total.bands.chronic", equalTo(1))
                .body("knownOn", equalTo("2026-10-13"));
        ask("/v1/chronic-absence", "&asOf=2026-09-18&knownOn=2026-10-14").body("total.bands.chronic", equalTo(0));
        ask("/v1/chronic-absence", "&asOf=2026-09-18&knownOn=2026-09-20").body("total.students", equalTo(0));
    }

    @Test
    void attendanceOverTimeAndMovementTellTheEarlierFigureToo() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        tell(List.of(
                Told.received(Topics.MARKS, Told.mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.TARDY, 2))));

        ask("/v1/attendance", "&to=2026-09-18&by=MONTH")
                .body("total.attendedHalfDays", equalTo(40))
                .body("total.chronicallyAbsent", equalTo(0))
                .body("knownOn", nullValue());
        ask("/v1/attendance", "&to=2026-09-18&by=MONTH&knownOn=2026-10-13")
                .body("total.attendedHalfDays", equalTo(38))
                .body("lines[0].attendedHalfDays", equalTo(38))
                .body("total.chronicallyAbsent", equalTo(1))
                .body("knownOn", equalTo("2026-10-13"));
        ask("/v1/attendance", "&to=2026-09-18&knownOn=2026-10-14").body("total.attendedHalfDays", equalTo(40));
        ask("/v1/attendance", "&to=2026-09-18&knownOn=2026-09-20").body("lines", equalTo(List.of()));
        ask("/v1/movement", "&month=2026-09-18")
                .body("total.moves.to", equalTo(List.of("SATISFACTORY")))
                .body("knownOn", nullValue());
        ask("/v1/movement", "&month=2026-09-18&groupBy=GRADE&knownOn=2026-10-13")
                .body("total.moves.to", equalTo(List.of("SATISFACTORY", "CHRONIC")))
                .body("lines[0].moves.students", equalTo(List.of(1, 1)))
                .body("knownOn", equalTo("2026-10-13"));
        ask("/v1/movement", "&month=2026-09-18&knownOn=2026-09-20").body("total.moves", equalTo(List.of()));
        ask("/v1/movement", "&knownOn=2026-09-20")
                .body("month", equalTo("2026-09-30"))
                .body("total.moves", equalTo(List.of()));
        given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/movement?month=2026-09-18&knownOn=2026-10-13&school=" + school)
                .then()
                .statusCode(200)
                .body(containsString(",NOT_HERE,CHRONIC,1,2026-10-13\r\n"));
    }

    /** Cleo came on the 14th, Dan on the day after the last that was submitted; then a Friday was taken back. */
    @Test
    void whoIsInNoBandIsLeftOutOfAttendanceOverTimeAndWhyIsTold() {
        String cleo = fresh("cleo");
        String dan = fresh("dan");
        tell(List.of(
                Told.received(Topics.ENROLMENTS, Told.roster(cleo, 1, Told.at(school, "2026-09-14", null))),
                Told.received(Topics.ENROLMENTS, Told.roster(dan, 1, Told.at(school, "2026-09-21", null)))));

        ask("/v1/attendance", "&to=2026-09-21")
                .body("minimumEnrolmentDays", equalTo(10))
                .body("total.leftOut.belowMinimumEnrolment", equalTo(1))
                .body("total.leftOut.noDayCounts", equalTo(1))
                .body("lines[0].leftOut.belowMinimumEnrolment", equalTo(2))
                .body("daysNotSubmitted", equalTo(0));
        clock.set(Instant.parse("2026-09-22T16:00:00Z"));
        tell(List.of(Told.received(Topics.TAKEN, Told.taken(school, LocalDate.of(2026, 9, 11), "day", null, 2, true))));
        ask("/v1/attendance", "&to=2026-09-21")
                .body("total.leftOut.belowMinimumEnrolment", equalTo(3))
                .body("daysNotSubmitted", equalTo(2));
        ask("/v1/attendance", "&to=2026-09-21&knownOn=2026-09-21")
                .body("total.leftOut.belowMinimumEnrolment", equalTo(1))
                .body("daysNotSubmitted", equalTo(0));
    }

    /** Ana was late, and Cleo was here since the 14th: nobody knew either. */
    @Test
    void theListTellsWhomItTellsOfThenAndAsTheyStoodThen() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        String cleo = fresh("cleo");
        List<Received> late = new ArrayList<>(List.of(
                Told.received(Topics.MARKS, Told.mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.TARDY, 2)),
                Told.received(Topics.ENROLMENTS, Told.roster(cleo, 1, Told.at(school, "2026-09-14", null)))));
        for (LocalDate day : Told.weekdays("2026-09-14", "2026-09-18")) {
            late.add(Told.received(
                    Topics.MARKS, Told.mark(cleo, school, day, "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        }
        tell(late);

        ask("/v1/watch-list", "&asOf=2026-09-18&why=NEWLY_AT_RISK").body("students", equalTo(List.of()));
        ask("/v1/watch-list", "&asOf=2026-09-18&why=THREE_IN_A_ROW")
                .body("students.studentId", equalTo(List.of(cleo)))
                .body("knownOn", nullValue());
        ask("/v1/watch-list", "&asOf=2026-09-18&knownOn=2026-10-13")
                .body("students.studentId", equalTo(List.of(ana, ben)))
                .body("students[0].why", equalTo(List.of("NEWLY_AT_RISK")))
                .body("students[0].band", equalTo("CHRONIC"))
                .body("students[0].absencesLeftHalfDays", equalTo(37))
                .body("students[0].lastTwentyDays", equalTo("PAPPPPPPPP"))
                .body("knownOn", equalTo("2026-10-13"));
        ask("/v1/watch-list", "&asOf=2026-09-18&why=THREE_IN_A_ROW&knownOn=2026-10-14")
                .body("students.studentId", equalTo(List.of(cleo)));
        ask("/v1/watch-list", "&asOf=2026-09-18&knownOn=2026-09-20").body("students", equalTo(List.of()));
        given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/watch-list?asOf=2026-09-18&knownOn=2026-10-13&school=" + school)
                .then()
                .statusCode(200)
                .body(containsString(",PAPPPPPPPP,2026-10-13\r\n"));
    }

    @Test
    void ofAMonthThatHadNotBegunNothingWasKnown() {
        given().auth()
                .oauth2(principal)
                .get("/v1/movement?month=2026-09-18&knownOn=2026-08-31&school=" + school)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("knownOn"));
    }

    @Test
    void anAnalystHasReleasedMonthsOnly() {
        String analyst = TestTokens.person(fresh("analyst"), "district-analyst", school);
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));

        for (String query : List.of(
                "/v1/chronic-absence?knownOn=2026-10-01",
                "/v1/attendance?by=MONTH&knownOn=2026-10-01",
                "/v1/movement?knownOn=2026-10-01",
                "/v1/outreach?knownOn=2026-10-01",
                "/v1/absence-reasons?knownOn=2026-10-01",
                "/v1/attendance?by=WEEK",
                "/v1/attendance?of=GRADE&by=MONTH")) {
            given().auth().oauth2(analyst).get(query).then().statusCode(403);
        }
        given().auth()
                .oauth2(analyst)
                .get("/v1/attendance?by=MONTH")
                .then()
                .statusCode(200)
                .body("released", equalTo(true))
                .body("daysNotSubmitted", nullValue())
                .body("to", equalTo("2026-09-30"));
    }

    @Test
    void attendanceByWeekAndWeekdayHasTheChronicShareBesideIt() {
        ask("/v1/attendance", "&to=2026-09-18")
                .body("lines.from", equalTo(List.of("2026-09-07", "2026-09-14")))
                .body("lines.enrolledHalfDays", equalTo(List.of(20, 20)))
                .body("lines.attendedHalfDays", equalTo(List.of(18, 20)))
                .body("lines.attendancePercent", equalTo(List.of(90.0f, 100.0f)))
                .body("lines.studentsInBands", equalTo(List.of(0, 2)))
                .body("lines.chronicallyAbsent", equalTo(List.of(0, 1)))
                .body("total.chronicPercent", equalTo(50.0f))
                .body("total.days", equalTo(10));
        ask("/v1/attendance", "&to=2026-09-18&by=WEEKDAY")
                .body("lines.weekday", equalTo(List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")))
                .body("lines[1].attendedHalfDays", equalTo(6));
        given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/attendance?of=GRADE&value=9&to=2026-09-18&school=" + school)
                .then()
                .statusCode(200)
                .body(containsString(
                        "TOTAL,GRADE,9,2026-09-07,2026-09-18,,10,false,40,38,95.00,2,1,50.00,0,0,false,\r\n"));
    }

    @Test
    void whoMovedIsInTheMonthsMovement() {
        ask("/v1/movement", "&month=2026-09-18")
                .body("month", equalTo("2026-09-30"))
                .body("total.moves.from", equalTo(List.of("NOT_HERE", "NOT_HERE")))
                .body("total.moves.to", equalTo(List.of("SATISFACTORY", "CHRONIC")))
                .body("total.worse", equalTo(0));
    }

    @Test
    void whoIsNewlyAtRiskIsOnTheListOfTheSchool() {
        ask("/v1/watch-list", "&asOf=2026-09-18")
                .body("students.studentId", equalTo(List.of(ana, ben)))
                .body("students[0].why", equalTo(List.of("NEWLY_AT_RISK")))
                .body("students[0].band", equalTo("CHRONIC"))
                .body("students[0].before", nullValue())
                .body("students[0].absencesLeftHalfDays", equalTo(37))
                .body("students[1].why", equalTo(List.of("ONE_ABSENCE_FROM_A_BAND")))
                .body("students[1].band", equalTo("SATISFACTORY"));
        ask("/v1/watch-list", "&asOf=2026-09-18&why=NEWLY_AT_RISK").body("students.studentId", equalTo(List.of(ana)));
        ask("/v1/watch-list", "&asOf=2026-09-18&why=THREE_IN_A_ROW").body("students", equalTo(List.of()));
        given().auth()
                .oauth2(TestTokens.person(fresh("caller"), "caller", school))
                .get("/v1/watch-list?school=" + school)
                .then()
                .statusCode(403);
    }
}
