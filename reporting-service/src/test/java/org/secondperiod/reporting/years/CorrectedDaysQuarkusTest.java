package org.secondperiod.reporting.years;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The first or the last day of a student is corrected: days that are no longer the student's go, present and absent ones alike, and
 * come back when the day is moved back. What was known before stays known.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CorrectedDaysQuarkusTest {

    private static final Path MIGRATION = Path.of(
            "src", "main", "resources", "db", "migration", "V42__An_entry_day_that_is_corrected_leaves_no_days.sql");

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

    /** 20 days until 2 October. Ana was absent on 8, 9 and 22 September, which is 15% of them, and Ben never. */
    @BeforeEach
    void theDaysUntilTheSecondOfOctober() {
        clock.set(Instant.parse("2026-10-05T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        Told.weekdays("2026-09-07", "2026-10-02")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(ben, 1, Told.at(school, "2026-09-07", null))));
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(ana, 1, Told.at(school, "2026-09-07", null))));
        for (String day : List.of("2026-09-08", "2026-09-09", "2026-09-22")) {
            told.add(Told.received(
                    Topics.MARKS,
                    Told.mark(ana, school, LocalDate.parse(day), "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
        }
        tell(told);
        asOfOctober("").body("total.bands.chronic", equalTo(1));
        days("", 80, 74);
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
    }

    private void tell(List<Received> told) {
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        awaitCounted();
    }

    private static void awaitCounted() {
        for (String queue : List.of("refresh", "outreach_due")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> TestDatabase.asOwner()
                                    .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + queue)
                                            .mapTo(Integer.class)
                                            .one())
                            == 0);
        }
    }

    private void roster(long version, String entry, @Nullable String exit) {
        tell(List.of(Told.received(
                Topics.ENROLMENTS,
                Told.roster(ana, version, Instant.parse("2026-10-12T10:00:00Z"), Told.at(school, entry, exit)))));
    }

    private ValidatableResponse ask(String path, String query) {
        return given().auth()
                .oauth2(principal)
                .get(path + "?school=" + school + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse asOfOctober(String query) {
        return ask("/v1/chronic-absence", "&asOf=2026-10-02" + query);
    }

    /** Half days of both students. */
    private void days(String query, int enrolled, int attended) {
        asOfOctober(query)
                .body("total.attendance.enrolledHalfDays", equalTo(enrolled))
                .body("total.attendance.attendedHalfDays", equalTo(attended));
    }

    /** Ana has the 15 days from the 14th on, and was absent on one: 6.67%. In the first week there was Ben alone. */
    @Test
    void daysBeforeAnEntryThatIsCorrectedToALaterDayGo() {
        roster(2, "2026-09-14", null);

        days("", 70, 68);
        asOfOctober("").body("total.bands.atRisk", equalTo(1)).body("total.bands.chronic", equalTo(0));
        ask("/v1/chronic-absence", "&asOf=2026-09-11&groupBy=HOMEROOM").body("lines.students", contains(1));
        ask("/v1/attendance", "&from=2026-09-07&to=2026-10-02&by=WEEK")
                .body("lines.enrolledHalfDays", contains(10, 20, 20, 20))
                .body("lines.attendedHalfDays", contains(10, 20, 18, 20));
        ask("/v1/absence-reasons", "&from=2026-09-07&to=2026-10-02").body("attendance.absences", contains(1));
        ask("/v1/movement", "&month=2026-09-30").body("total.moves.to", contains("SATISFACTORY", "AT_RISK"));
        given().auth()
                .oauth2(principal)
                .get("/v1/students/{id}/attendance?day=2026-10-02", ana)
                .then()
                .statusCode(200)
                .body("schools[0].enrolments.entry", contains("2026-09-14"))
                .body("schools[0].enrolledHalfDays", equalTo(30))
                .body("schools[0].absentHalfDays", equalTo(2));
        days("&knownOn=2026-10-13", 80, 74);
        asOfOctober("&knownOn=2026-10-13").body("total.bands.chronic", equalTo(1));
    }

    @Test
    void theyComeBackWhenTheEntryIsMovedBack() {
        roster(2, "2026-09-14", null);
        roster(3, "2026-09-21", null);
        days("", 60, 58);

        roster(4, "2026-09-07", null);

        days("", 80, 74);
        asOfOctober("").body("total.bands.chronic", equalTo(1));
        ask("/v1/chronic-absence", "&asOf=2026-09-11").body("total.students", equalTo(2));
        ask("/v1/absence-reasons", "&from=2026-09-07&to=2026-10-02").body("attendance.absences", contains(3));
    }

    /** Marks of days before the entry may be told when it is corrected already; they count once it is moved back. */
    @Test
    void aMarkThatComesMeanwhileIsKept() {
        roster(2, "2026-09-14", null);
        tell(List.of(Told.received(
                Topics.MARKS,
                Told.mark(ana, school, LocalDate.of(2026, 9, 10), "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1))));
        days("", 70, 68);

        roster(3, "2026-09-07", null);

        days("", 80, 72);
    }

    /** Ten days until the 18th, of which Ana was absent on two: exactly 20% is severely chronic. 15 until the 25th with three. */
    @Test
    void daysAfterAnExitThatIsMovedEarlierGoAndComeBack() {
        roster(2, "2026-09-07", "2026-09-18");

        days("", 60, 56);
        asOfOctober("").body("total.students", equalTo(2)).body("total.bands.severelyChronic", equalTo(1));
        ask("/v1/absence-reasons", "&from=2026-09-07&to=2026-10-02").body("attendance.absences", contains(2));

        roster(3, "2026-09-07", "2026-09-25");

        days("", 70, 64);
        roster(4, "2026-09-07", null);
        days("", 80, 74);
    }

    /** As a version before this one has left it, without the days that no roster tells any more. */
    @Test
    void whatAnEarlierVersionLeftIsTakenAwayByTheUpgrade() throws IOException {
        roster(2, "2026-09-14", null);
        TestDatabase.asOwner().useHandle(owner -> {
            owner.execute("""
                    INSERT INTO enrolment (student_id, school_id, entry_day, exit_day, grade, homeroom, groups, places)
                    SELECT student_id, school_id, DATE '2026-09-07', DATE '2026-09-13', grade, homeroom, groups, places
                    FROM enrolment WHERE student_id = ?""", ana);
            owner.execute(
                    "INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year"
                            + " WHERE school_id = ?",
                    school);
        });
        awaitCounted();
        days("", 80, 74);

        String migration = Files.readString(MIGRATION);
        TestDatabase.asOwner().useHandle(owner -> owner.execute(migration));
        awaitCounted();

        days("", 70, 68);
        List<LocalDate> firstDays = TestDatabase.asOwner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT entry_day FROM enrolment WHERE student_id = ANY(:students) ORDER BY 1")
                        .bindArray("students", String.class, ana, ben)
                        .mapTo(LocalDate.class)
                        .list());
        assertThat(firstDays).containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 14));
    }
}
