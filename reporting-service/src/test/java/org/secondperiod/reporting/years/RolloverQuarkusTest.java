package org.secondperiod.reporting.years;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;

/**
 * From one school year to the next: grades advance, a calendar comes, students leave and come. What was reported of the year that
 * is over stays as it was, and the new one begins at nothing.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RolloverQuarkusTest {

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
    private final String cleo = fresh("cleo");
    private final String dan = fresh("dan");
    private final String eve = fresh("eve");
    private final String principal = TestTokens.person(fresh("principal"), "principal", school);

    /** Ten days count. Ana was absent on one, in the school's trigger period; Ben on none; Dan on two. Ana's roster has no dates. */
    @BeforeEach
    void theYearThatIsOver() {
        clock.set(Instant.parse("2027-06-20T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        told.add(roster(ana, 1, "2026-09-01T10:00:00Z", List.of("choir"), at("9", "9-A", null, null)));
        told.add(roster(ben, 1, "2026-09-01T10:00:00Z", List.of(), at("12", "12-A", "2026-09-07", null)));
        told.add(roster(dan, 1, "2026-09-01T10:00:00Z", List.of("choir"), at("9", "9-A", "2026-09-07", null)));
        Told.weekdays("2026-09-07", "2026-09-18")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        told.add(mark(ana, SEPTEMBER_8, "1", AttendanceCategory.UNEXCUSED_ABSENCE, 1));
        told.add(mark(dan, SEPTEMBER_8, "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1));
        told.add(mark(dan, SEPTEMBER_8.plusDays(1), "day", AttendanceCategory.EXCUSED_ABSENCE, 1));
        tell(told);
    }

    /**
     * In July, while the reporting year is not over: Ana is in grade 10 and her day begins with period 2, Ben has graduated, Dan has
     * moved away, Cleo comes without a first day and Eve with one. The calendar begins with July, when there is no school.
     */
    private void theNextYearsRoster() {
        tell(List.of(
                Told.received(
                        Topics.SCHOOLS,
                        Told.school(
                                school,
                                2,
                                true,
                                Told.weekdays("2027-09-06", "2028-06-09"),
                                Told.weekdays("2027-07-01", "2027-09-03"))),
                roster(ana, 2, "2027-07-20T10:00:00Z", List.of("chess"), at("10", "10-B", null, "2")),
                roster(ben, 2, "2027-07-20T10:00:00Z", List.of()),
                roster(dan, 2, "2027-07-20T10:00:00Z", List.of()),
                roster(cleo, 1, "2027-07-20T10:00:00Z", List.of(), at("9", "9-C", null, null)),
                roster(eve, 1, "2027-07-20T10:00:00Z", List.of(), at("9", "9-C", "2027-07-05", null))));
    }

    private Enrolment at(String grade, String homeroom, @Nullable String entry, @Nullable String firstPeriod) {
        return new Enrolment(
                school, entry == null ? null : LocalDate.parse(entry), null, grade, homeroom, firstPeriod, List.of());
    }

    private static Received roster(
            String student, long version, String recorded, List<String> groups, Enrolment... enrolments) {
        return Told.received(
                Topics.ENROLMENTS,
                new EnrolmentsChanged(
                        fresh("en"),
                        student,
                        List.of(enrolments),
                        List.of(),
                        groups,
                        version,
                        Instant.parse(recorded)));
    }

    private Received mark(String student, LocalDate day, String period, AttendanceCategory category, long version) {
        return Told.received(Topics.MARKS, Told.mark(student, school, day, period, category, version));
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

    private List<String> everythingOfTheYearThatIsOver() {
        List<String> answers = new ArrayList<>();
        for (String by : List.of("SCHOOL", "GRADE", "HOMEROOM", "GROUP")) {
            for (String asOf : List.of("2026-08-31", "2026-09-10", "2026-09-18", "2027-06-18", "2027-07-31")) {
                answers.add(ask("/v1/chronic-absence", "&asOf=%s&groupBy=%s".formatted(asOf, by))
                        .extract()
                        .asString());
            }
        }
        answers.add(ask("/v1/attendance", "&to=2027-06-18&by=WEEK").extract().asString());
        answers.add(
                ask("/v1/movement", "&month=2026-09-30&groupBy=GRADE").extract().asString());
        answers.add(ask("/v1/watch-list", "&asOf=2026-09-18").extract().asString());
        answers.add(ask("/v1/edfacts/chronic-absenteeism", "&asOf=2027-07-31")
                .extract()
                .asString());
        answers.add(ask("/v1/ed-fi/student-school-attendance-events", "&from=2026-09-07&to=2027-06-18")
                .extract()
                .asString());
        for (String student : List.of(ana, ben, dan)) {
            answers.add(given().auth()
                    .oauth2(principal)
                    .get("/v1/students/{id}/attendance?day=2026-09-10", student)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("schools.days")
                    .toString());
        }
        return answers;
    }

    @Test
    void theYearThatIsOverStaysAsItWas() {
        ask("/v1/chronic-absence", "&asOf=2027-07-31&groupBy=GRADE")
                .body("total.students", equalTo(3))
                .body("lines.value", contains("12", "9"))
                .body("lines.students", contains(1, 2))
                .body("lines.bands.chronic", contains(0, 1))
                .body("lines.bands.severelyChronic", contains(0, 1));
        List<String> before = everythingOfTheYearThatIsOver();

        theNextYearsRoster();
        clock.set(Instant.parse("2027-09-20T16:00:00Z"));

        assertThat(everythingOfTheYearThatIsOver()).isEqualTo(before);
    }

    @Test
    void theNewYearBeginsAtNothingAndWithWhoIsThere() {
        theNextYearsRoster();
        clock.set(Instant.parse("2027-08-25T16:00:00Z"));

        ask("/v1/chronic-absence", "&groupBy=GRADE")
                .body("schoolYear", equalTo("2027-28"))
                .body("total.students", equalTo(3))
                .body("total.leftOut.noDayCounts", equalTo(3))
                .body("total.attendance.enrolledHalfDays", equalTo(0))
                .body("lines.value", contains("10", "9"))
                .body("lines.students", contains(1, 2));
        ask("/v1/watch-list", "").body("students", hasSize(0));

        clock.set(Instant.parse("2027-09-06T20:00:00Z"));
        LocalDate first = LocalDate.of(2027, 9, 6);
        tell(List.of(
                mark(ana, first, "1", AttendanceCategory.UNEXCUSED_ABSENCE, 1),
                mark(cleo, first, "1", AttendanceCategory.UNEXCUSED_ABSENCE, 1),
                Told.received(Topics.TAKEN, Told.taken(school, first, "day", null, 1, false))));

        // Ana's day begins with period 2 now; the mark of period 1 says nothing of it.
        ask("/v1/chronic-absence", "")
                .body("total.attendance.enrolledHalfDays", equalTo(6))
                .body("total.attendance.attendedHalfDays", equalTo(4))
                .body("total.leftOut.belowMinimumEnrolment", equalTo(3));
        given().auth()
                .oauth2(principal)
                .get("/v1/students/{id}/attendance?day=2027-09-06", ana)
                .then()
                .statusCode(200)
                .body("schoolYear", equalTo("2027-28"))
                .body("schools[0].enrolments[0].grade", equalTo("10"))
                .body("standing.enrolledHalfDays", equalTo(2))
                .body("standing.absentHalfDays", equalTo(0));
        given().auth()
                .oauth2(principal)
                .get("/v1/students/{id}/attendance?day=2026-09-10", ana)
                .then()
                .statusCode(200)
                .body("schools[0].enrolments[0].grade", equalTo("9"))
                .body("schools[0].absentHalfDays", equalTo(2));
    }

    @Test
    void aLateCorrectionOfTheYearThatIsOverChangesItAndIsLearnedToday() {
        theNextYearsRoster();
        clock.set(Instant.parse("2027-09-20T16:00:00Z"));

        tell(List.of(mark(ana, SEPTEMBER_8, "1", AttendanceCategory.TARDY, 2)));

        ask("/v1/chronic-absence", "&asOf=2027-07-31").body("total.bands.chronic", equalTo(0));
        ask("/v1/chronic-absence", "&asOf=2027-07-31&knownOn=2027-09-19").body("total.bands.chronic", equalTo(1));
        ask("/v1/chronic-absence", "&asOf=2027-09-20").body("total.students", equalTo(3));
    }

    @Test
    void aYearWhoseDaysArePurgedIsNotCountedASecondTime() {
        ask("/v1/chronic-absence", "&asOf=2027-07-31").body("total.students", equalTo(3));
        TestDatabase.asOwner()
                .useHandle(owner -> owner.execute("DELETE FROM student_year WHERE school_id = ?", school));
        clock.set(Instant.parse("2028-09-20T16:00:00Z"));

        tell(List.of(
                Told.received(Topics.SCHOOLS, Told.school(school, 3, true, Told.weekdays("2026-09-07", "2026-12-18"))),
                roster(ana, 2, "2028-09-01T10:00:00Z", List.of(), at("11", "11-A", null, null))));

        ask("/v1/chronic-absence", "&asOf=2027-07-31")
                .body("total.students", equalTo(3))
                .body("total.attendance.enrolledHalfDays", equalTo(60));
    }
}
