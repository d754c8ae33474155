package org.secondperiod.reporting.edfacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
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
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.Line;
import org.secondperiod.reporting.tallies.Place;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.db.TallyStore;

/** Seven students of ten days, counted by hand. Which group says what is the test's configuration. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EdFactsQuarkusTest {

    private static final String SCHOOL = "EDF-1";
    private static final String EMPTY = "EDF-2";
    private static final String ASKED = "/v1/edfacts/chronic-absenteeism?asOf=2026-09-18&school=" + SCHOOL;

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TallyStore tallies;

    @Inject
    TestClock clock;

    private final String principal = TestTokens.person(fresh("principal"), "principal", SCHOOL, EMPTY);

    @BeforeEach
    void sevenStudents() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        for (String school : List.of(SCHOOL, EMPTY)) {
            told.add(Told.received(
                    Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        }
        Told.weekdays("2026-09-07", "2026-09-18")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(SCHOOL, day, "day", null, 1, false))));
        come(told, SCHOOL, "one absence of ten days: chronic", "2026-09-07", "girl", "hisp");
        come(told, SCHOOL, "half a day of ten is a day", "2026-09-07", "girl", "hisp");
        come(told, SCHOOL, "two absences, no race", "2026-09-07", "boy", "el");
        come(told, SCHOOL, "one absence, no race", "2026-09-07", "boy");
        come(told, SCHOOL, "never absent", "2026-09-07", "girl", "white");
        come(told, SCHOOL, "one absence, neither sex nor race", "2026-09-07", "idea");
        come(told, SCHOOL, "one absence of nine days: too few days", "2026-09-08", "boy", "white");
        come(told, EMPTY, "at a school without a day", "2026-09-07", "boy");
        absent(told, "one absence of ten days: chronic", 8, AttendanceCategory.EXCUSED_ABSENCE);
        absent(told, "half a day of ten is a day", 8, AttendanceCategory.PARTIAL);
        absent(told, "two absences, no race", 8, AttendanceCategory.UNEXCUSED_ABSENCE);
        absent(told, "two absences, no race", 9, AttendanceCategory.UNEXCUSED_ABSENCE);
        absent(told, "one absence, no race", 10, AttendanceCategory.UNEXCUSED_ABSENCE);
        absent(told, "one absence, neither sex nor race", 11, AttendanceCategory.UNEXCUSED_ABSENCE);
        absent(told, "one absence of nine days: too few days", 9, AttendanceCategory.UNEXCUSED_ABSENCE);
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private static String id(String who) {
        return "edf-" + Integer.toHexString(who.hashCode());
    }

    private static void come(List<Received> told, String school, String who, String entry, String... groups) {
        told.add(Told.received(
                Topics.ENROLMENTS, Told.inGroups(id(who), List.of(groups), Told.at(school, entry, null))));
    }

    private static void absent(List<Received> told, String who, int day, AttendanceCategory category) {
        told.add(Told.received(
                Topics.MARKS, Told.mark(id(who), SCHOOL, LocalDate.of(2026, 9, day), "day", category, 1)));
    }

    private static String counts(String set) {
        return "records.findAll { it.categorySet == '%s' && it.studentCount > 0 }".formatted(set);
    }

    @Test
    void studentsAreCountedBySetsAndWhatIsNotKnownOfThemIsMissing() {
        given().auth()
                .oauth2(principal)
                .get(ASKED)
                .then()
                .statusCode(200)
                .body("halfDays", equalTo("A_DAY_ABSENT"))
                .body("reportingPeriod", equalTo("2026-2027"))
                .body("notDivided", contains("C", "E"))
                .body("records", hasSize(16 + 1 + 3 + 1 + 1))
                .body(counts("A") + ".sex", contains("F", "M", "MISSING"))
                .body(counts("A") + ".racialEthnic", contains("HI7", "MISSING", "MISSING"))
                .body(counts("A") + ".studentCount", contains(2, 2, 1))
                .body("records.findAll { it.categorySet == 'A' && it.studentCount == 0 }", hasSize(13))
                .body(counts("B") + ".sex", contains("MISSING"))
                .body(counts("B") + ".disabilityStatus", contains("WDIS"))
                .body(counts("D") + ".sex", contains("M"))
                .body(counts("D") + ".englishLearnerStatus", contains("LEP"))
                .body(counts("TOTAL") + ".studentCount", contains(5))
                .body(counts("TOTAL") + ".totalIndicator", contains("Y"))
                .body("differsFromReports.studentCount", contains(5))
                .body("differsFromReports.inReports", contains(4));
    }

    @Test
    void whoFetchesTheFileIsInTheAuditWithItsSchools() {
        String curious = fresh("curious");
        String token = TestTokens.person(curious, "principal", SCHOOL, EMPTY);

        given().auth()
                .oauth2(token)
                .get("/v1/edfacts/chronic-absenteeism?asOf=2026-09-18")
                .then()
                .statusCode(200);

        String row = TestDatabase.asOwner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT concat_ws(' ', action, outcome, operation, array_to_string(ARRAY(SELECT unnest(schools) ORDER BY 1), ' '))"
                                        + " FROM audit WHERE subject = ?")
                        .bind(0, curious)
                        .mapTo(String.class)
                        .one());
        assertThat(row).isEqualTo("READ DONE fileEdFactsChronicAbsenteeism EDF-1 EDF-2");
    }

    @Test
    void theFileHasTheLayoutThatIsSubmittedAndNoFormula() {
        List<String> lines = given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get(ASKED)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(23);
        assertThat(lines.get(0)).isEqualTo("SCH CHRON ABSENT,22,NYSCHCHRONABSE2027-01.csv,FS195 2026-09-18,2026-2027");
        assertThat(lines.get(1)).isEqualTo("1,36,01,LEA-9,'@EDF1,CHRONABSENT,F,AM7,,,,,,N,,0");
        assertThat(lines).contains("4,36,01,LEA-9,'@EDF1,CHRONABSENT,F,HI7,,,,,,N,,2");
        assertThat(lines.getLast()).isEqualTo("22,36,01,LEA-9,'@EDF1,CHRONABSENT,,,,,,,,Y,,5");
    }

    @Test
    void aSchoolWithoutDaysIsNamedAndNotInTheFile() {
        given().auth()
                .oauth2(principal)
                .get("/v1/edfacts/chronic-absenteeism?asOf=2026-09-18&school=" + EMPTY)
                .then()
                .statusCode(200)
                .body("withoutDays", contains(EMPTY))
                .body("records", hasSize(0));
    }

    @Test
    void anAnalystGetsReleasedTotalsOfSchoolsThatAreNotSmall() {
        TestDatabase.asOwner()
                .useHandle(owner -> owner.execute(
                        "TRUNCATE refresh, tally, tally_month, tally_learned, movement, movement_learned, released,"
                                + " released_cell"));
        grade("A", 59, 12);
        grade("B", 65, 25);
        grade("C", 4, 4);

        given().auth()
                .oauth2(TestTokens.person(fresh("analyst"), "district-analyst", "*"))
                .get("/v1/edfacts/chronic-absenteeism")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-09-30"))
                .body("releasedAt", notNullValue())
                .body("halfDays", equalTo("HALF_A_DAY_ABSENT"))
                .body("records.localSchoolId", contains("B"))
                .body("records.studentCount", contains(25));
    }

    private void grade(String school, int students, int chronic) {
        SchoolYear year = SchoolYear.of(LocalDate.of(2026, 9, 1), MonthDay.of(7, 31));
        Place place = new Place("9", "home", List.of());
        Additions additions = new Additions(year, 10);
        for (int i = 0; i < students; i++) {
            Line line = new Line(31, ".".repeat(31) + (i < chronic ? "A" : "P").repeat(20));
            additions.change(List.of(), Line.NONE, Scope.atSchool(school, place), line);
            additions.change(List.of(), Line.NONE, Scope.inDistrict(place), line);
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> tallies.add(tx, year, additions, LocalDate.of(2026, 10, 14))));
    }
}
