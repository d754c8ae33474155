package org.secondperiod.reporting.chronicabsence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.Line;
import org.secondperiod.reporting.tallies.Place;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.db.TallyStore;

/** What an analyst of the district is answered. That nothing can be added up out of it is in SmallGroupsPropertiesTest. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReleasedQuarkusTest {

    private static final SchoolYear YEAR = SchoolYear.of(LocalDate.of(2026, 9, 1), MonthDay.of(7, 31));
    private static final LocalDate LEARNED = LocalDate.of(2026, 10, 14);
    private static final String FROM_SEPTEMBER_1 = ".".repeat(31);
    private static final String PRESENT = FROM_SEPTEMBER_1 + "P".repeat(20);
    private static final String ABSENT = FROM_SEPTEMBER_1 + "A".repeat(20);

    @Inject
    Jdbi jdbi;

    @Inject
    TallyStore tallies;

    @Inject
    TestClock clock;

    private final String analyst = TestTokens.person(fresh("analyst"), "district-analyst", "*");

    @BeforeEach
    void twoSchoolsOneOfThemWithAFewSeniors() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        TestDatabase.asOwner()
                .useHandle(owner -> owner.execute(
                        "TRUNCATE refresh, tally, tally_month, tally_learned, movement, movement_learned, released,"
                                + " released_cell"));
        come("A", "11", 30, PRESENT);
        come("A", "12", 9, ABSENT);
        come("A", "9", 20, PRESENT);
        come("B", "11", 40, PRESENT);
        come("B", "12", 25, ABSENT);
    }

    private void come(String school, String grade, int students, String days) {
        Place place = new Place(grade, "home-" + grade, List.of("choir"));
        Additions additions = new Additions(YEAR, 10);
        for (int i = 0; i < students; i++) {
            additions.change(List.of(), Line.NONE, Scope.atSchool(school, place), new Line(31, days));
            additions.change(List.of(), Line.NONE, Scope.inDistrict(place), new Line(31, days));
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> tallies.add(tx, YEAR, additions, LEARNED)));
    }

    private static ValidatableResponse ask(String token, String query) {
        return given().auth().oauth2(token).get("/v1/chronic-absence" + query).then();
    }

    @Test
    void fewStudentsAreInTheTotalAndWithOthersInTheRestAndNowhereElse() {
        ask(analyst, "?groupBy=GRADE&school=A")
                .statusCode(200)
                .body("asOf", equalTo("2026-09-30"))
                .body("releasedAt", notNullValue())
                .body("total.students", equalTo(59))
                .body("lines.value", contains("9"))
                .body("rest.students", equalTo(39))
                .body("rest.bands.severelyChronic", equalTo(9));
        ask(analyst, "?groupBy=GRADE")
                .statusCode(200)
                .body("total.students", equalTo(124))
                .body("countedOnce", equalTo(true))
                .body("lines.value", contains("11", "12", "9"))
                .body("lines.students", contains(40, 25, 20));
        ask(analyst, "?groupBy=SCHOOL").statusCode(200).body("lines.students", contains(59, 65));
    }

    @Test
    void aMonthIsCountedOnce() {
        String before = ask(analyst, "?groupBy=GRADE").statusCode(200).extract().asString();

        come("A", "9", 1, ABSENT);
        come("A", "12", 4, ABSENT);
        String afterwards =
                ask(analyst, "?groupBy=GRADE").statusCode(200).extract().asString();
        clock.set(Instant.parse("2026-11-20T16:00:00Z"));

        assertThat(afterwards).isEqualTo(before);
        ask(analyst, "?groupBy=GRADE&school=A")
                .body("asOf", equalTo("2026-10-31"))
                .body("total.students", equalTo(64))
                .body("lines.value", contains("9"));
    }

    @Test
    void datesAreThoseOfMonthsThatHaveBeenOverForAWeek() {
        ask(analyst, "?asOf=2026-09-29").statusCode(200).body("asOf", equalTo("2026-08-31"));
        clock.set(Instant.parse("2026-10-06T16:00:00Z"));
        ask(analyst, "").body("asOf", equalTo("2026-08-31")).body("total.students", equalTo(0));
        ask(analyst, "?asOf=2026-08-15").body("asOf", equalTo("2026-07-31")).body("schoolYear", equalTo("2025-26"));
    }

    @Test
    void nothingIsReleasedWhileStudentsAreCountedAnew() {
        TestDatabase.asOwner().useTransaction(sweeper -> {
            do {
                TestDatabase.asOwner()
                        .useHandle(owner -> owner.execute(
                                "INSERT INTO refresh (school_id, year, everything) VALUES ('nowhere', 2026, true)"));
            } while (sweeper.select("SELECT FROM refresh FOR UPDATE SKIP LOCKED")
                    .mapToMap()
                    .list()
                    .isEmpty());

            ask(analyst, "").statusCode(503).header("Retry-After", notNullValue());
        });
    }

    @Test
    void homeroomsAndGroupsAreTheSchools() {
        ask(analyst, "?groupBy=HOMEROOM").statusCode(403).body("detail", containsString("SCHOOL or GRADE"));
        ask(analyst, "?groupBy=GROUP").statusCode(403);
        String principal = TestTokens.person(fresh("principal"), "principal", "A");
        ask(principal, "?groupBy=HOMEROOM")
                .statusCode(200)
                .body("asOf", equalTo("2026-10-14"))
                .body("releasedAt", nullValue())
                .body("lines", hasSize(3))
                .body("lines.students", contains(30, 9, 20))
                .body("rest", nullValue());
    }
}
