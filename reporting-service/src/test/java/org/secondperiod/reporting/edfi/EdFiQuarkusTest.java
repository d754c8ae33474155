package org.secondperiod.reporting.edfi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** A week of a school in Ed-Fi's terms; the names of the school and of the session are those of the test's configuration. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EdFiQuarkusTest {

    private static final String SCHOOL = "EDFI-1";
    private static final String WEEK = "?school=" + SCHOOL + "&from=2026-09-07&to=2026-09-18";
    private static final String CODES = "uri://ed-fi.org/AttendanceEventCategoryDescriptor#";

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    private final String principal = TestTokens.person(fresh("principal"), "principal", SCHOOL);

    @BeforeEach
    void aWeekOfWhichThursdayWasNeverSubmitted() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(SCHOOL, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        for (String student : List.of("edfi-ana", "edfi-ben", "edfi-cleo")) {
            told.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, Told.at(SCHOOL, "2026-09-07", null))));
        }
        for (int day : List.of(7, 8, 9, 11)) {
            told.add(
                    Told.received(Topics.TAKEN, Told.taken(SCHOOL, LocalDate.of(2026, 9, day), "day", null, 1, false)));
        }
        told.add(mark("edfi-ana", 8, "day", AttendanceCategory.UNEXCUSED_ABSENCE));
        told.add(mark("edfi-ana", 9, "day", AttendanceCategory.EXCUSED_ABSENCE));
        told.add(mark("edfi-ana", 10, "day", AttendanceCategory.UNEXCUSED_ABSENCE));
        told.add(mark("edfi-ben", 7, "day", AttendanceCategory.PRESENT));
        told.add(mark("edfi-ben", 8, "day", AttendanceCategory.PARTIAL));
        told.add(mark("edfi-ben", 9, "day", AttendanceCategory.TARDY));
        told.add(mark("edfi-cleo", 11, "1", AttendanceCategory.UNEXCUSED_ABSENCE));
        told.add(mark("edfi-cleo", 8, "3", AttendanceCategory.UNEXCUSED_ABSENCE));
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private static Received mark(String student, int day, String period, AttendanceCategory category) {
        return Told.received(Topics.MARKS, Told.mark(student, SCHOOL, LocalDate.of(2026, 9, day), period, category, 1));
    }

    @Test
    void everyDayThatWasNoDayOfPresenceInTimeIsAnEvent() {
        given().auth()
                .oauth2(principal)
                .get("/v1/ed-fi/student-school-attendance-events" + WEEK)
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-09-11"))
                .body("notSubmitted", contains("2026-09-10"))
                .body(
                        "events.studentReference.studentUniqueId",
                        contains("edfi-ana", "edfi-ben", "edfi-ana", "edfi-ben", "edfi-cleo"))
                .body(
                        "events.attendanceEventCategoryDescriptor",
                        contains(
                                CODES + "Unexcused Absence",
                                CODES + "Partial",
                                CODES + "Excused Absence",
                                CODES + "Tardy",
                                CODES + "Unexcused Absence"))
                .body(
                        "events.eventDuration",
                        contains(equalTo(1.0f), equalTo(0.5f), equalTo(1.0f), nullValue(), equalTo(1.0f)))
                .body("events[0].schoolReference.schoolId", equalTo(255901001))
                .body("events[0].sessionReference.schoolYear", equalTo(2027))
                .body("events[0].sessionReference.sessionName", equalTo("2026-2027 Fall Semester"))
                .body("events[2].attendanceEventReason", equalTo("ILLNESS"));
    }

    /** Cleo's Friday has an excused period and one without an excuse: the day is unexcused, and the excuse is no reason for it. */
    @Test
    void theReasonIsOfTheMarkThatDecides() {
        AsSystem.run(() -> jdbi.useTransaction(
                tx -> consumer.handle(tx, List.of(mark("edfi-cleo", 11, "2", AttendanceCategory.EXCUSED_ABSENCE)))));

        given().auth()
                .oauth2(principal)
                .get("/v1/ed-fi/student-school-attendance-events" + WEEK)
                .then()
                .statusCode(200)
                .body("events[4].attendanceEventCategoryDescriptor", equalTo(CODES + "Unexcused Absence"))
                .body("events[4].attendanceEventReason", nullValue());
    }

    @Test
    void theExtractIsCsv() {
        String csv = given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/ed-fi/student-school-attendance-events" + WEEK)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv.lines().toList())
                .hasSize(6)
                .startsWith(
                        "localSchoolId,schoolId,schoolYear,sessionName,studentUniqueId,eventDate,attendanceEventCategoryDescriptor,attendanceEventReason,eventDuration",
                        "EDFI-1,255901001,2027,2026-2027 Fall Semester,edfi-ana,2026-09-08," + CODES
                                + "Unexcused Absence,,1.0");
    }

    @Test
    void aSchoolThatNobodyHasNamedThereHasNoNumberThere() {
        String other = fresh("S");
        List<Received> told = List.of(
                Told.received(Topics.SCHOOLS, Told.school(other, 1, false, Told.weekdays("2026-09-07", "2027-06-11"))),
                Told.received(Topics.ENROLMENTS, Told.roster(fresh("dan"), 1, Told.at(other, "2026-09-07", null))));
        String eve = fresh("eve");
        AsSystem.run(() -> jdbi.useTransaction(tx -> {
            consumer.handle(tx, told);
            consumer.handle(
                    tx,
                    List.of(
                            Told.received(Topics.ENROLMENTS, Told.roster(eve, 1, Told.at(other, "2026-09-07", null))),
                            Told.received(
                                    Topics.MARKS,
                                    Told.mark(
                                            eve,
                                            other,
                                            LocalDate.of(2026, 9, 7),
                                            "day",
                                            AttendanceCategory.UNEXCUSED_ABSENCE,
                                            1))));
        }));
        String lead = TestTokens.person(fresh("lead"), "attendance-lead", other);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().auth()
                        .oauth2(lead)
                        .get("/v1/ed-fi/student-school-attendance-events?to=2026-09-18&school=" + other)
                        .then()
                        .statusCode(200)
                        .body("events.studentReference.studentUniqueId", contains(eve))
                        .body("events[0].schoolReference.schoolId", nullValue())
                        .body("events[0].sessionReference.sessionName", nullValue()));
        given().auth()
                .oauth2(lead)
                .get("/v1/ed-fi/student-school-attendance-events?school=" + SCHOOL)
                .then()
                .statusCode(anyOf(equalTo(403), equalTo(404)));
    }
}
