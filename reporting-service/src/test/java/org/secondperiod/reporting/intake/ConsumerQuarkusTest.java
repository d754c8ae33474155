package org.secondperiod.reporting.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.at;
import static org.secondperiod.reporting.intake.Told.fresh;
import static org.secondperiod.reporting.intake.Told.mark;
import static org.secondperiod.reporting.intake.Told.roster;
import static org.secondperiod.reporting.intake.Told.school;
import static org.secondperiod.reporting.intake.Told.taken;
import static org.secondperiod.reporting.intake.Told.weekdays;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.StandingChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

/** From the topics to standings, a student's year and a report; the arithmetic itself is in AttendanceExamplesTest. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ConsumerQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate SEPTEMBER_8 = LocalDate.of(2026, 9, 8);

    /** Ten days. */
    private static final SortedSet<LocalDate> DAYS = weekdays("2026-09-07", "2026-09-18");

    @Inject
    TestTopics topics;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");

    @BeforeEach
    void aSchoolOfTwoWeeks() {
        clock.set(Instant.parse("2026-10-14T12:00:00Z"));
        topics.send(Topics.SCHOOLS, school(school, 1, true, weekdays("2026-09-07", "2027-06-11")));
        topics.send(Topics.ENROLMENTS, roster(ana, 1, at(school, "2026-09-07", null)));
        topics.send(Topics.ENROLMENTS, roster(ben, 1, at(school, "2026-09-07", null)));
        DAYS.forEach(day -> topics.send(Topics.TAKEN, taken(school, day, "day", null, 1, false)));
    }

    private AbsenceMark absent(String student, LocalDate day, long version) {
        return mark(student, school, day, "day", AttendanceCategory.UNEXCUSED_ABSENCE, version);
    }

    private List<StandingChanged> told(String student) {
        return topics.readAll(Topics.STANDING).stream()
                .filter(event -> event.studentId().equals(student))
                .toList();
    }

    private StandingChanged awaitTold(String student, String lastTwenty) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(student))
                        .last()
                        .extracting(StandingChanged::lastTwentyDays)
                        .isEqualTo(lastTwenty));
        return told(student).getLast();
    }

    private static ValidatableResponse get(String token, String path, Object... parameters) {
        return given().auth().oauth2(token).get(path, parameters).then();
    }

    private String principal() {
        return TestTokens.person(fresh("principal"), "principal", school);
    }

    @Test
    void aStudentsStandingIsToldWhenItChanges() {
        topics.send(Topics.MARKS, absent(ana, SEPTEMBER_8, 1));
        StandingChanged absent = awaitTold(ana, "PAPPPPPPPP");
        topics.send(Topics.MARKS, mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.TARDY, 2));
        StandingChanged late = awaitTold(ana, "PLPPPPPPPP");

        assertThat(absent.schoolId()).isEqualTo(school);
        assertThat(absent.asOf()).isEqualTo("2026-09-18");
        assertThat(absent.enrolledHalfDays()).isEqualTo(20);
        assertThat(absent.absentHalfDays()).isEqualTo(2);
        assertThat(absent.band()).isEqualTo(StandingChanged.Band.CHRONIC);
        assertThat(absent.absencesLeftHalfDays()).isEqualTo(37);
        assertThat(absent.canEndBelowChronic()).isTrue();
        assertThat(late.absentHalfDays()).isZero();
        assertThat(late.band()).isEqualTo(StandingChanged.Band.SATISFACTORY);
        assertThat(late.version()).isGreaterThan(absent.version());
    }

    @Test
    void theSameTwiceAndAnOlderOneChangeNothing() {
        AbsenceMark second = absent(ana, SEPTEMBER_8, 2);
        topics.send(Topics.MARKS, second);
        long version = awaitTold(ana, "PAPPPPPPPP").version();

        topics.send(Topics.MARKS, second);
        topics.send(Topics.MARKS, mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.PRESENT, 1));
        topics.send(Topics.MARKS, absent(ben, SEPTEMBER_8, 1));
        topics.send(Topics.MARKS, absent(ana, SEPTEMBER_8.plusDays(1), 1));

        assertThat(awaitTold(ana, "PAAPPPPPPP").version()).isEqualTo(version + 1);
    }

    @Test
    void whatCannotBeUnderstoodGoesToTheDeadLettersAndTheNextIsTakenIn() {
        topics.send(new OutgoingEvent(
                Topics.MARKS.name(), ana, "{}".getBytes(StandardCharsets.UTF_8), Map.of("ce_id", fresh("bad"))));
        topics.send(Topics.MARKS, absent(ana, SEPTEMBER_8, 1));

        awaitTold(ana, "PAPPPPPPPP");
        assertThat(topics.readAll("reporting.dead-letters.v1"))
                .anyMatch(letter -> letter.key().equals(ana));
    }

    @Test
    void whoLeavesTheDistrictStillCounts() {
        awaitTold(ana, "PPPPPPPPPP");

        topics.send(Topics.ENROLMENTS, roster(ana, 2, Instant.parse("2026-09-17T07:00:00Z")));

        StandingChanged left = awaitTold(ana, "PPPPPPPP");
        assertThat(left.asOf()).isEqualTo("2026-09-16");
        assertThat(left.band()).isNull();
    }

    @Test
    void aDayThatIsWithdrawnCountsNoMore() {
        topics.send(Topics.MARKS, absent(ana, SEPTEMBER_8, 1));
        awaitTold(ana, "PAPPPPPPPP");

        topics.send(Topics.TAKEN, taken(school, SEPTEMBER_8, "day", null, 2, true));

        assertThat(awaitTold(ana, "PPPPPPPPP").enrolledHalfDays()).isEqualTo(18);
        get(principal(), "/v1/students/{id}/attendance?day=2026-09-10", ana)
                .statusCode(200)
                .body("schools[0].notSubmitted", contains("2026-09-08"));
    }

    @Test
    void aSchoolThatNeverSaysThatItSubmittedGoesByItsMarks() {
        String other = fresh("S");
        String cleo = fresh("cleo");
        topics.send(Topics.SCHOOLS, school(other, 1, false, DAYS));
        topics.send(Topics.ENROLMENTS, roster(cleo, 1, at(other, null, null)));
        topics.send(Topics.MARKS, mark(cleo, other, SEPTEMBER_8, "1", AttendanceCategory.UNEXCUSED_ABSENCE, 1));

        assertThat(awaitTold(cleo, "A").enrolledHalfDays()).isEqualTo(2);

        AbsenceMark withdrawn =
                Told.withdrawn(mark(cleo, other, SEPTEMBER_8, "1", AttendanceCategory.UNEXCUSED_ABSENCE, 1));
        topics.send(Topics.MARKS, withdrawn);

        assertThat(awaitTold(cleo, "").enrolledHalfDays()).isZero();
    }

    @Test
    void aStudentsYearIsShownToWhoCallsThere() {
        topics.send(Topics.MARKS, mark(ana, school, SEPTEMBER_8, "day", AttendanceCategory.EXCUSED_ABSENCE, 1));
        topics.send(Topics.MARKS, mark(ana, school, SEPTEMBER_8.plusDays(1), "day", AttendanceCategory.UNKNOWN, 1));
        awaitTold(ana, "PAPPPPPPP");

        get(principal(), "/v1/students/{id}/attendance", ana)
                .statusCode(200)
                .body("schoolYear", equalTo("2026-27"))
                .body("standing.absentHalfDays", equalTo(2))
                .body("standing.band", nullValue())
                .body("schools", hasSize(1))
                .body("schools[0].enrolments[0].homeroom", equalTo("9-A"))
                .body("schools[0].enrolledHalfDays", equalTo(18))
                .body("schools[0].days", hasSize(1))
                .body("schools[0].days[0].status", equalTo("ABSENT"))
                .body("schools[0].days[0].excused", equalTo(true))
                .body("schools[0].days[0].reason", equalTo("ILLNESS"))
                .body("schools[0].notUnderstood", contains("2026-09-09"));
        get(TestTokens.person(fresh("caller"), "caller", "somewhere-else"), "/v1/students/{id}/attendance", ana)
                .statusCode(404);
    }

    @Test
    void aReportCountsStudentsByBandAsOfAnyDate() {
        topics.send(Topics.MARKS, absent(ana, SEPTEMBER_8, 1));
        awaitTold(ana, "PAPPPPPPPP");
        awaitTold(ben, "PPPPPPPPPP");
        String principal = principal();

        get(principal, "/v1/chronic-absence?school={school}&groupBy=GRADE", school)
                .statusCode(200)
                .body("minimumEnrolmentDays", equalTo(10))
                .body("total.students", equalTo(2))
                .body("total.bands.chronic", equalTo(1))
                .body("total.bands.satisfactory", equalTo(1))
                .body("total.bands.chronicPercent", equalTo(50.0f))
                .body("total.attendance.enrolledHalfDays", equalTo(40))
                .body("total.attendance.attendedHalfDays", equalTo(38))
                .body("lines.value", contains("9"));
        get(principal, "/v1/chronic-absence?school={school}&asOf=2026-09-17", school)
                .statusCode(200)
                .body("total.bands.chronic", equalTo(0))
                .body("total.leftOut.belowMinimumEnrolment", equalTo(2));
        get(principal, "/v1/chronic-absence?school={school}&asOf=2026-09-06", school)
                .statusCode(200)
                .body("total.students", equalTo(0));
    }

    @Test
    void aReportIsCsvForWhoAsksForIt() {
        awaitTold(ana, "PPPPPPPPPP");
        awaitTold(ben, "PPPPPPPPPP");

        String csv = given().auth()
                .oauth2(principal())
                .accept("text/csv")
                .get("/v1/chronic-absence?school={school}&groupBy=SCHOOL&asOf=2026-10-01", school)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines())
                .hasSize(3)
                .last()
                .asString()
                .isEqualTo(
                        "2026-10-01,2026-27,10,SCHOOL,%1$s,School %1$s,,false,2,2,0,0,0,0.00,0,0,40,40,100.00,false,,"
                                .formatted(school));
    }
}
