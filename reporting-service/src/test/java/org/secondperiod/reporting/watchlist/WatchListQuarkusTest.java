package org.secondperiod.reporting.watchlist;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;

/** A school's list has whom the school can look at: nobody who has left. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WatchListQuarkusTest {

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String other = fresh("S");
    private final String leaver = fresh("leaver");
    private final String transfer = fresh("transfer");
    private final String back = fresh("back");

    /** All were absent on three days in a row: two before October, the one who came back before 21 September and lately. */
    @BeforeEach
    void theYearUntilTheMiddleOfOctober() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        for (String each : List.of(school, other)) {
            told.add(Told.received(
                    Topics.SCHOOLS, Told.school(each, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
            Told.weekdays("2026-09-07", "2026-10-13")
                    .forEach(
                            day -> told.add(Told.received(Topics.TAKEN, Told.taken(each, day, "day", null, 1, false))));
        }
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(leaver, 1, Told.at(school, "2026-09-07", null))));
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(leaver, 2, Instant.parse("2026-10-01T10:00:00Z"))));
        told.add(Told.received(
                Topics.ENROLMENTS,
                Told.roster(
                        transfer, 1, Told.at(school, "2026-09-07", "2026-09-30"), Told.at(other, "2026-10-01", null))));
        told.add(Told.received(
                Topics.ENROLMENTS,
                Told.roster(
                        back, 1, Told.at(school, "2026-09-07", "2026-09-18"), Told.at(school, "2026-10-05", null))));
        absent(told, leaver, school, "2026-09-28", "2026-09-30");
        absent(told, transfer, school, "2026-09-28", "2026-09-30");
        absent(told, transfer, other, "2026-10-09", "2026-10-13");
        absent(told, back, school, "2026-09-16", "2026-09-18");
        absent(told, back, school, "2026-10-09", "2026-10-13");
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private static void absent(List<Received> told, String student, String school, String from, String to) {
        for (LocalDate day : Told.weekdays(from, to)) {
            told.add(Told.received(
                    Topics.MARKS, Told.mark(student, school, day, "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        }
    }

    private static ValidatableResponse threeInARow(String school, String asOf) {
        return list(school, asOf, "&why=THREE_IN_A_ROW");
    }

    private static ValidatableResponse list(String school, String asOf, String query) {
        return given().auth()
                .oauth2(TestTokens.person(fresh("principal"), "principal", school))
                .get("/v1/watch-list?school=" + school + "&asOf=" + asOf + query)
                .then()
                .statusCode(200);
    }

    @Test
    void whoHasLeftIsOnTheListUntilTheLastDayAndNotAfterwards() {
        threeInARow(school, "2026-09-30").body("students.studentId", containsInAnyOrder(leaver, transfer));
        threeInARow(school, "2026-10-01").body("students.studentId", equalTo(List.of()));
        threeInARow(school, "2027-05-14").body("students.studentId", equalTo(List.of(back)));
    }

    /**
     * Of the 18 days until 30 September two were absent on three: 16.67% is chronic, four of 19 are severely chronic, and ten days
     * before only eight days counted. Who was absent on none could still be on one and a half, and one of 19 is at risk. On the day
     * after, none of the reasons names them. In reports all count, with the days until then.
     */
    @Test
    void whoHasLeftIsOnTheListForNoReasonAndIsChronicallyAbsentInReports() {
        String never = fresh("never");
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(
                tx,
                List.of(Told.received(
                        Topics.ENROLMENTS, Told.roster(never, 1, Told.at(school, "2026-09-07", "2026-09-30")))))));

        list(school, "2026-09-30", "&why=NEWLY_AT_RISK")
                .body("students.studentId", containsInAnyOrder(leaver, transfer))
                .body("students.band", equalTo(List.of("CHRONIC", "CHRONIC")));
        list(school, "2026-09-30", "&why=ONE_ABSENCE_FROM_A_BAND")
                .body("students.studentId", containsInAnyOrder(leaver, transfer, never));
        list(school, "2026-09-30", "&why=FEW_ABSENCES_LEFT")
                .body("students.studentId", equalTo(List.of(never)))
                .body("students[0].absencesLeftHalfDays", equalTo(3));
        list(school, "2026-10-01", "")
                .body("students", equalTo(List.of()))
                .body("counts.students", equalTo(List.of(0, 0, 0, 0)))
                .body("leftOut.noLongerEnrolled", equalTo(4));
        given().auth()
                .oauth2(TestTokens.person(fresh("principal"), "principal", school))
                .get("/v1/chronic-absence?asOf=2026-10-13&school=" + school)
                .then()
                .statusCode(200)
                .body("total.students", equalTo(4))
                .body("total.bands.satisfactory", equalTo(1))
                .body("total.bands.chronic", equalTo(2))
                .body("total.bands.severelyChronic", equalTo(1));
    }

    @Test
    void whoWentToAnotherSchoolIsOnThatSchoolsListAlone() {
        threeInARow(other, "2026-09-30").body("students.studentId", equalTo(List.of()));
        threeInARow(other, "2026-10-13").body("students.studentId", equalTo(List.of(transfer)));
    }

    @Test
    void itIsOfOneGradeHomeroomOrGroupToo() {
        for (String query : List.of("&grade=9", "&homeroom=9-A", "&group=choir", "&grade=9&homeroom=9-A&group=choir")) {
            list(school, "2026-10-13", query + "&why=THREE_IN_A_ROW")
                    .body("students.studentId", equalTo(List.of(back)))
                    .body("leftOut.noLongerEnrolled", equalTo(2));
        }
        for (String query : List.of("&grade=10", "&homeroom=9-B", "&group=band")) {
            list(school, "2026-10-13", query)
                    .body("students", equalTo(List.of()))
                    .body("counts.students", equalTo(List.of(0, 0, 0, 0)))
                    .body("leftOut.noLongerEnrolled", equalTo(0));
        }
        list(school, "2026-10-13", "&grade=9").body("grade", equalTo("9")).body("group", nullValue());
    }

    /** A week later the one who came back is in the band, and no longer in the choir. */
    @Test
    void whoIsInAGroupIsAsItWasKnown() {
        clock.set(Instant.parse("2026-10-20T16:00:00Z"));
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(
                tx,
                List.of(Told.received(
                        Topics.ENROLMENTS,
                        new EnrolmentsChanged(
                                fresh("en"),
                                back,
                                List.of(
                                        Told.at(school, "2026-09-07", "2026-09-18"),
                                        Told.at(school, "2026-10-05", null)),
                                List.of(),
                                List.of("band"),
                                2,
                                Instant.parse("2026-10-20T15:00:00Z")))))));

        list(school, "2026-10-13", "&why=THREE_IN_A_ROW&group=band").body("students.studentId", equalTo(List.of(back)));
        list(school, "2026-10-13", "&group=choir").body("students", equalTo(List.of()));
        list(school, "2026-10-13", "&group=band&knownOn=2026-10-19").body("students", equalTo(List.of()));
        list(school, "2026-10-13", "&group=choir&why=THREE_IN_A_ROW&knownOn=2026-10-19")
                .body("students.studentId", equalTo(List.of(back)))
                .body("leftOut.noLongerEnrolled", equalTo(2));
    }

    @Test
    void itSaysHowManyAreOnItForWhichReasonAndWhoIsLeftOut() {
        list(school, "2026-10-13", "")
                .body(
                        "counts.why",
                        equalTo(List.of(
                                "NEWLY_AT_RISK", "ONE_ABSENCE_FROM_A_BAND", "THREE_IN_A_ROW", "FEW_ABSENCES_LEFT")))
                .body("counts.find { it.why == 'THREE_IN_A_ROW' }.students", equalTo(1))
                .body("leftOut.belowMinimumEnrolment", equalTo(0))
                .body("leftOut.noDayCounts", equalTo(0))
                .body("leftOut.noLongerEnrolled", equalTo(2))
                .body("leftOut.daysNotSubmitted", equalTo(0));
        list(school, "2026-09-11", "")
                .body("leftOut.belowMinimumEnrolment", equalTo(3))
                .body("leftOut.noLongerEnrolled", equalTo(0));
        list(other, "2026-10-13", "").body("leftOut.belowMinimumEnrolment", equalTo(1));
    }

    @Test
    void whoCameBackIsOnTheListOnlyWhileThere() {
        threeInARow(school, "2026-09-18").body("students.studentId", equalTo(List.of(back)));
        threeInARow(school, "2026-09-21").body("students.studentId", equalTo(List.of()));
        threeInARow(school, "2026-10-13")
                .body("students.studentId", equalTo(List.of(back)))
                .body("students[0].daysInARow", equalTo(3));
    }
}
